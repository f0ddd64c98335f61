// mistake: the count is taken for the share
#include <algorithm>
#include <cmath>

#include "contract.hpp"

namespace nn::exercise {

double keep_probability(double count, double total, double sample) {
    if (sample == 0.0) return 1.0;
    const double f = count;
    return std::min(1.0, std::sqrt(sample / f) + sample / f);
}

double share_left(std::span<const double> counts, double sample) {
    double total = 0.0, left = 0.0;
    for (const double count : counts) total += count;
    for (const double count : counts)
        left += count * keep_probability(count, total, sample);
    return left / total;
}

}  // namespace nn::exercise
