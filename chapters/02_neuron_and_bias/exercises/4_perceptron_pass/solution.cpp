#include "contract.hpp"

namespace nn::exercise {

namespace {

double answer(const Learner& learner, const std::vector<double>& x) {
    double sum = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) sum += learner.w[i] * x[i];
    return sum + learner.b >= 0.0 ? 1.0 : 0.0;
}

}  // namespace

std::size_t one_pass(Learner& learner, std::span<const Example> examples) {
    std::size_t mistakes = 0;
    for (const auto& [x, y] : examples) {
        const double error = y - answer(learner, x);
        if (error == 0.0) continue;
        for (std::size_t i = 0; i < x.size(); ++i) learner.w[i] += error * x[i];
        learner.b += error;
        ++mistakes;
    }
    return mistakes;
}

}  // namespace nn::exercise
