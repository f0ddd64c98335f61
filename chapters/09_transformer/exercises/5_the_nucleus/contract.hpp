/// \file
/// \brief Exercise 9.5, what is to be written.
#pragma once

#include <span>
#include <vector>

namespace nn::exercise {

/// \brief The probabilities that nucleus sampling draws with.
///
/// The nucleus is the smallest number of likeliest tokens whose probabilities sum
/// to `share` or more. Its tokens keep their proportions and sum to 1; all others
/// have 0. `probabilities` has one for each token, sums to 1 and has no two alike
/// above 0; 0 < share < 1. The result is in the order of the tokens.
std::vector<double> nucleus(std::span<const double> probabilities, double share);

}  // namespace nn::exercise
