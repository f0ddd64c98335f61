/// \file
/// \brief Whether two lists of numbers put the same things in the same order.
#pragma once

#include <span>
#include <vector>

namespace nn {

/// \brief The rank of each number, the smallest 1; equal numbers share the mean of
/// their ranks.
///
/// Throws std::invalid_argument if a number is NaN.
// [snip:spearman-declared]
std::vector<double> mean_ranks(std::span<const double> numbers);

/// \brief Spearman's rank correlation: Pearson's correlation of the ranks.
/// \implements{spearman}
///
/// Throws std::invalid_argument if the lengths differ, if there are fewer than two
/// numbers, if those of one list are all equal, or if a number is NaN. Range: [−1,
/// 1]. Absolute error: ≤ 1.5 ulp of 1, for at most 100,000 numbers: up to there all
/// sums are exact.
double spearman(std::span<const double> x, std::span<const double> y);
// [snip:spearman-declared]

}  // namespace nn
