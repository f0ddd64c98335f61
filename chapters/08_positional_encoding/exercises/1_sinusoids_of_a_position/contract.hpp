/// \file
/// \brief Exercise 8.1, what is to be written.
#pragma once

#include <cstddef>
#include <vector>

namespace nn::exercise {

/// \brief The sinusoidal vector of a position, d numbers.
///
/// Number 2k is sin(p ω_k), number 2k + 1 is cos(p ω_k), with p for the position
/// and ω_k = 10000^(−2k/d). The d may be odd: then the last sine has no cosine.
std::vector<double> sinusoidal_vector(std::size_t position, std::size_t d);

}  // namespace nn::exercise
