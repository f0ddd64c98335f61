// mistake: the numbers are correlated, and not their ranks
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

#include "contract.hpp"

namespace nn::exercise {

std::vector<double> ranks(std::span<const double> numbers) {
    std::vector<std::size_t> order(numbers.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return numbers[a] < numbers[b];
    });
    std::vector<double> rank(numbers.size());
    for (std::size_t first = 0, end = 0; first < order.size(); first = end) {
        while (end < order.size() && numbers[order[end]] == numbers[order[first]])
            ++end;
        const double mean = static_cast<double>(first + 1 + end) / 2.0;
        for (std::size_t k = first; k < end; ++k) rank[order[k]] = mean;
    }
    return rank;
}

double rank_correlation(std::span<const double> x, std::span<const double> y) {
    const double n = static_cast<double>(x.size());
    const double mean_x = std::accumulate(x.begin(), x.end(), 0.0) / n;
    const double mean_y = std::accumulate(y.begin(), y.end(), 0.0) / n;
    double ab = 0.0, aa = 0.0, bb = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        ab += (x[i] - mean_x) * (y[i] - mean_y);
        aa += (x[i] - mean_x) * (x[i] - mean_x);
        bb += (y[i] - mean_y) * (y[i] - mean_y);
    }
    return ab / std::sqrt(aa * bb);
}

}  // namespace nn::exercise
