// mistake: the plain mean of the values
#include <algorithm>
#include <cmath>
#include <cstddef>

#include "contract.hpp"

namespace nn::exercise {

Found look_up(std::span<const double> query, const Columns& keys,
              const Columns& values) {
    const double root = std::sqrt(double(query.size()));
    Found found{std::vector<double>(keys.size()),
                std::vector<double>(values[0].size())};
    for (std::size_t j = 0; j < keys.size(); ++j) {  // scores
        double& score = found.weights[j];
        for (std::size_t i = 0; i < query.size(); ++i)
            score += keys[j][i] * query[i] / root;
    }
    const double largest =
        *std::max_element(found.weights.begin(), found.weights.end());
    double sum = 0.0;
    for (double& weight : found.weights) {
        weight = std::exp(weight - largest);  // at most 1: nothing overflows
        sum += weight;
    }
    for (double& weight : found.weights) weight /= sum;
    for (std::size_t j = 0; j < keys.size(); ++j)
        for (std::size_t i = 0; i < found.output.size(); ++i)
            found.output[i] += values[j][i] / double(keys.size());
    return found;
}

}  // namespace nn::exercise
