// mistake: a query that may see nobody looks at everybody
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
            if (later || filling) column[k] = -1e9;
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
    }
    return weights;
}

}  // namespace nn::exercise
