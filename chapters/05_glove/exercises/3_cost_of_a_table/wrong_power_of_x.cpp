// mistake: only x has the power
#include <algorithm>
#include <cmath>
#include <cstddef>

#include "contract.hpp"

namespace nn::exercise {

double cell_weight(double x, double x_max) {
    return std::min(1.0, std::pow(x, 0.75) / x_max);
}

double mean_cost(const Matrix& counts, const Matrix& scores, double x_max) {
    double cost = 0.0, cells = 0.0;
    for (std::size_t i = 0; i < counts.size(); ++i)
        for (std::size_t j = 0; j < counts[i].size(); ++j) {
            const double x = counts[i][j];
            if (x == 0.0) continue;
            const double missed = scores[i][j] - std::log(x);
            cost += 0.5 * cell_weight(x, x_max) * missed * missed;
            cells += 1.0;
        }
    return cost / cells;
}

}  // namespace nn::exercise
