// mistake: a small loss is lost
#include <algorithm>
#include <cmath>

#include "contract.hpp"

namespace nn::exercise {

double log_loss(double p, double y) {
    return y == 1.0 ? -std::log(p) : -std::log1p(-p);
}

double log_loss_from_logit(double z, double y) {
    const double wrong = y == 1.0 ? -z : z;  // how far z leans to the wrong side
    return std::max(wrong, 0.0) + std::log(1.0 + std::exp(-std::abs(wrong)));
}

}  // namespace nn::exercise
