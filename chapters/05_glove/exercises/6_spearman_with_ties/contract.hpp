/// \file
/// \brief Exercise 5.6, what is to be written.
#pragma once

#include <span>
#include <vector>

namespace nn::exercise {

/// \brief The rank of each number, each at the number's own place: 1 for the
/// smallest. Equal numbers share the mean of the ranks that they take up together.
std::vector<double> ranks(std::span<const double> numbers);

/// \brief Spearman's correlation of two lists of one length: Pearson's correlation
/// of their ranks.
///
/// In neither list are all numbers equal.
double rank_correlation(std::span<const double> x, std::span<const double> y);

}  // namespace nn::exercise
