// mistake: each head has half the slope of the one before
#include <cmath>

#include "contract.hpp"

namespace nn::exercise {

std::vector<double> slopes_of_heads(std::size_t heads) {
    std::vector<double> slopes(heads);
    for (std::size_t h = 0; h < heads; ++h) slopes[h] = std::exp2(-double(h + 1));
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
