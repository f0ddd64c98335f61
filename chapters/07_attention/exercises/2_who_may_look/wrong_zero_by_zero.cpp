// mistake: 0 divided by 0
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
            const bool later = causal && k > q;
            const bool filling = !padding.empty() && padding[k];
            if (later || filling) column[k] = -infinity;
            largest = std::max(largest, column[k]);
        }
        double sum = 0.0;
        for (double& weight : column) {
            weight = std::exp(weight - largest);
            sum += weight;
        }
        for (double& weight : column) weight /= sum;
    }
    return weights;
}

}  // namespace nn::exercise
