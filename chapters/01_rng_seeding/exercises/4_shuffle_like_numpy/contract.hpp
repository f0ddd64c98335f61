/// \file
/// \brief Exercise 1.4, what is to be written.
#pragma once

#include <cstdint>
#include <functional>
#include <span>

namespace nn::exercise {

/// \brief Draws a whole number from 0 to `max`, both included.
using Interval = std::function<std::uint64_t(std::uint64_t max)>;

/// \brief Puts the items into a random order, with the draws of NumPy's `shuffle`.
void shuffle(std::span<int> items, const Interval& interval);

}  // namespace nn::exercise
