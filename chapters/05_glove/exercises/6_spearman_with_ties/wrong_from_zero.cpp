// mistake: the ranks begin with 0
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
        const double mean = static_cast<double>(first + end - 1) / 2.0;
        for (std::size_t k = first; k < end; ++k) rank[order[k]] = mean;
    }
    return rank;
}

double rank_correlation(std::span<const double> x, std::span<const double> y) {
    const std::vector<double> a = ranks(x), b = ranks(y);
    const double mean = static_cast<double>(a.size() - 1) / 2.0;
    double ab = 0.0, aa = 0.0, bb = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        ab += (a[i] - mean) * (b[i] - mean);
        aa += (a[i] - mean) * (a[i] - mean);
        bb += (b[i] - mean) * (b[i] - mean);
    }
    return ab / std::sqrt(aa * bb);
}

}  // namespace nn::exercise
