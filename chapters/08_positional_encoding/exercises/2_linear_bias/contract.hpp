/// \file
/// \brief Exercise 8.2, what is to be written.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace nn::exercise {

/// \brief What each head takes off a score for a token of distance.
///
/// Head h of H has m_h = 2^(−8 (h + 1) / H); the heads count from 0.
std::vector<double> slopes_of_heads(std::size_t heads);

/// \brief The scores of the last token of a causal sequence, less what distance
/// costs.
///
/// `scores` has a score for each token, the last one for the token itself. A token
/// that stands n places before the last one loses n times the slope.
std::vector<double> biased(std::span<const double> scores, double slope);

}  // namespace nn::exercise
