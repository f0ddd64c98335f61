// mistake: the heads count from 1
#include <cmath>

#include "contract.hpp"

namespace nn::exercise {

std::vector<double> slopes_of_heads(std::size_t heads) {
    std::vector<double> slopes(heads);
    for (std::size_t h = 0; h < heads; ++h)
        slopes[h] = std::exp2(-8.0 * double(h) / double(heads));
    return slopes;
}

std::vector<double> biased(std::span<const double> scores, double slope) {
    std::vector<double> result(scores.begin(), scores.end());
    const std::size_t last = scores.size() - 1;
    for (std::size_t key = 0; key <= last; ++key)
        result[key] -= slope * double(last - key);
    return result;
}

}  // namespace nn::exercise
