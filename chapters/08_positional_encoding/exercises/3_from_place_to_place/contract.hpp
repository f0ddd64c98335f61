/// \file
/// \brief Exercise 8.3, what is to be written.
#pragma once

#include <cstddef>
#include <vector>

namespace nn::exercise {

using Matrix = std::vector<std::vector<double>>;  // A[i][j]: row i, column j

/// \brief The matrix R with PE(p + distance) = R PE(p) for every position p.
///
/// PE(p) is the sinusoidal vector of d numbers, number 2k of it sin(p ω_k) and
/// number 2k + 1 cos(p ω_k), where ω_k = 10000^(−2k/d). The d is even, the distance
/// may be negative.
Matrix shift_matrix(int distance, std::size_t d);

}  // namespace nn::exercise
