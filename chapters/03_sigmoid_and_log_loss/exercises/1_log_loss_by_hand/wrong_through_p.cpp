// mistake: it goes through p
#include <algorithm>
#include <cmath>

#include "contract.hpp"

namespace nn::exercise {

double log_loss(double p, double y) {
    return y == 1.0 ? -std::log(p) : -std::log1p(-p);
}

double log_loss_from_logit(double z, double y) {
    return log_loss(1.0 / (1.0 + std::exp(-z)), y);
}

}  // namespace nn::exercise
