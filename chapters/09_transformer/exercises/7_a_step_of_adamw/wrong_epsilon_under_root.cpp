// mistake: ε is under the root
#include <cmath>

#include "contract.hpp"

namespace nn::exercise {

Parameter stepped(const Parameter& parameter, double slope, std::size_t step,
                  const Settings& settings) {
    const auto [rate, beta1, beta2, epsilon, weight_decay] = settings;
    Parameter p = parameter;
    p.mean = beta1 * p.mean + (1 - beta1) * slope;
    p.mean_square = beta2 * p.mean_square + (1 - beta2) * slope * slope;
    const double mean = p.mean / (1 - std::pow(beta1, double(step)));
    const double square = p.mean_square / (1 - std::pow(beta2, double(step)));
    const double keeps = p.decays ? 1 - rate * weight_decay : 1;
    p.value = keeps * p.value - rate * mean / std::sqrt(square + epsilon);
    return p;
}

}  // namespace nn::exercise
