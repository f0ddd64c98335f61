// mistake: the sum of the weights is multiplied by the sum of the inputs
#include "contract.hpp"

namespace nn::exercise {

double weighted_sum(std::span<const double> w, std::span<const double> x,
                    double b) {
    double weights = 0.0, inputs = 0.0;
    for (std::size_t i = 0; i < w.size(); ++i) {
        weights += w[i];
        inputs += x[i];
    }
    return weights * inputs + b;
}

double answer(std::span<const double> w, std::span<const double> x, double b) {
    return weighted_sum(w, x, b) >= 0.0 ? 1.0 : 0.0;
}

}  // namespace nn::exercise
