/// \file
/// \brief Exercise 8.4, what is to be written.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace nn::exercise {

/// \brief A query or a key, turned as its position wants it.
///
/// With x for the vector, p for the position and ω_k = 10000^(−2k/d): the pair
/// (x_2k, x_2k+1) becomes (x_2k cos pω_k − x_2k+1 sin pω_k,
/// x_2k sin pω_k + x_2k+1 cos pω_k). An odd d leaves the last number as it is.
std::vector<double> turned(std::span<const double> x, std::size_t position);

}  // namespace nn::exercise
