// mistake: the corrected means are kept
#include <cmath>

#include "contract.hpp"

namespace nn::exercise {

void AdamByHand::step(std::span<double> parameters,
                      std::span<const double> gradient) {
    const auto& [learning_rate, beta1, beta2, epsilon] = settings_;
    mean_.resize(parameters.size());
    mean_square_.resize(parameters.size());
    steps_ += 1.0;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const double g = gradient[i];
        mean_[i] = beta1 * mean_[i] + (1.0 - beta1) * g;
        mean_square_[i] = beta2 * mean_square_[i] + (1.0 - beta2) * g * g;
        mean_[i] /= 1.0 - std::pow(beta1, steps_);
        mean_square_[i] /= 1.0 - std::pow(beta2, steps_);
        parameters[i] -=
            learning_rate * mean_[i] / (std::sqrt(mean_square_[i]) + epsilon);
    }
}

}  // namespace nn::exercise
