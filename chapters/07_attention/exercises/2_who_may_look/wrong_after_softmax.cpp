// mistake: the keys are hidden after softmax
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

#include "contract.hpp"

namespace nn::exercise {

Columns masked_weights(const Columns& scores, bool causal,
                       const std::vector<bool>& padding) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    Columns weights = scores;
    for (std::size_t q = 0; q < scores.size(); ++q) {
        std::vector<double>& column = weights[q];
        double largest = -infinity;
        for (std::size_t k = 0; k < column.size(); ++k) {
            largest = std::max(largest, column[k]);
        }
        const bool nobody = largest == -infinity;
        double sum = 0.0;
        for (double& weight : column) {
            weight = nobody ? 0.0 : std::exp(weight - largest);
            sum += weight;
        }
        for (double& weight : column)
            if (!nobody) weight /= sum;
        for (std::size_t k = 0; k < column.size(); ++k)
            if ((causal && k > q) || (!padding.empty() && padding[k]))
                column[k] = 0;
    }
    return weights;
}

}  // namespace nn::exercise
