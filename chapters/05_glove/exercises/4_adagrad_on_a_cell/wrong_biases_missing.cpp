// mistake: the slopes along the biases are missing
#include <cmath>
#include <cstddef>

#include "contract.hpp"

namespace nn::exercise {

Sides cell_slopes(const Sides& parameters, double log_x, double weight) {
    const auto& [word, context] = parameters;
    double score = word.bias + context.bias;
    for (std::size_t i = 0; i < word.vector.size(); ++i)
        score += word.vector[i] * context.vector[i];
    // forward: cost = ½ · weight · (score − log_x)²
    const double slope = weight * (score - log_x);
    // forward: score = b + b̃ + w_1 c_1 + … + w_d c_d
    Sides slopes{context, word};
    for (double& x : slopes.word.vector) x *= slope;
    for (double& x : slopes.context.vector) x *= slope;
    slopes.word.bias = slopes.context.bias = 0.0;
    return slopes;
}

namespace {

void adagrad(double& parameter, double& sum, double slope, double rate) {
    const double step = rate * slope;
    parameter -= step / std::sqrt(sum);
    sum += step * step;
}

void adagrad(Side& side, Side& sums, const Side& slopes, double rate) {
    for (std::size_t i = 0; i < side.vector.size(); ++i)
        adagrad(side.vector[i], sums.vector[i], slopes.vector[i], rate);
    adagrad(side.bias, sums.bias, slopes.bias, rate);
}

}  // namespace

void adagrad_on_cell(Sides& parameters, Sides& sums, double log_x, double weight,
                     double rate) {
    const Sides slopes = cell_slopes(parameters, log_x, weight);
    adagrad(parameters.word, sums.word, slopes.word, rate);
    adagrad(parameters.context, sums.context, slopes.context, rate);
}

}  // namespace nn::exercise
