// mistake: the short formula
#include <algorithm>
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
    const std::vector<double> a = ranks(x), b = ranks(y);
    const double n = static_cast<double>(a.size());
    double squares = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i)
        squares += (a[i] - b[i]) * (a[i] - b[i]);
    return 1.0 - 6.0 * squares / (n * (n * n - 1.0));
}

}  // namespace nn::exercise
