// mistake: one token too many
#include <algorithm>
#include <cstddef>

#include "contract.hpp"

namespace nn::exercise {

std::vector<double> nucleus(std::span<const double> probabilities, double share) {
    const std::size_t n = probabilities.size();
    std::vector<std::size_t> order(n);
    for (std::size_t i = 0; i < n; ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return probabilities[a] > probabilities[b];
    });

    std::vector<double> kept(n);
    double sum = 0.0;
    for (std::size_t k = 0; k < n && sum <= share; ++k) {
        kept[order[k]] = probabilities[order[k]];
        sum += probabilities[order[k]];
    }
    for (double& probability : kept) probability /= sum;
    return kept;
}

}  // namespace nn::exercise
