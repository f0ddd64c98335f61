#include "nn/rank_correlation.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <string>

#include "nn/require.hpp"

namespace nn {

namespace {

// [snip:rising-order]
std::vector<std::size_t> rising_order(std::span<const double> numbers) {
    std::vector<std::size_t> order(numbers.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) {
        return numbers[i] < numbers[j];
    });
    return order;
}

// [snip:rising-order]

}  // namespace

// [snip:mean-ranks]
std::vector<double> mean_ranks(std::span<const double> numbers) {
    for (const double number : numbers)
        require(!std::isnan(number), "mean_ranks",
                "a number is NaN; it has no rank");
    const std::vector<std::size_t> order = rising_order(numbers);
    std::vector<double> ranks(numbers.size());
    for (std::size_t first = 0, end = 0; first < order.size(); first = end) {
        while (end < order.size() && numbers[order[end]] == numbers[order[first]])
            ++end;
        const double mean = static_cast<double>(first + 1 + end) / 2;
        for (std::size_t k = first; k < end; ++k) ranks[order[k]] = mean;
    }
    return ranks;
}
// [snip:mean-ranks]

namespace {

// [snip:from-the-mean]
/// \brief Twice each rank's distance from the mean rank (n + 1) / 2: a whole
/// number.
std::vector<double> from_the_mean(std::span<const double> numbers) {
    std::vector<double> ranks = mean_ranks(numbers);
    for (double& rank : ranks)
        rank = 2 * rank - static_cast<double>(ranks.size() + 1);
    return ranks;
}

double sum_of_products(const std::vector<double>& x, const std::vector<double>& y) {
    return std::inner_product(x.begin(), x.end(), y.begin(), 0.0);
}
// [snip:from-the-mean]

}  // namespace

// [snip:spearman]
double spearman(std::span<const double> x, std::span<const double> y) {
    require(x.size() == y.size() && x.size() >= 2, "spearman",
            std::to_string(x.size()) + " and " + std::to_string(y.size()) +
                " numbers; give two lists of one length, of at least 2");
    const std::vector<double> a = from_the_mean(x), b = from_the_mean(y);
    const double aa = sum_of_products(a, a), bb = sum_of_products(b, b);
    require(aa > 0 && bb > 0, "spearman",
            "all " + std::to_string(x.size()) +
                " numbers of a list are equal; they have no order to compare");
    return sum_of_products(a, b) / std::sqrt(aa * bb);
}
// [snip:spearman]

}  // namespace nn
