/// \file
/// \brief Exercise 1.2, what is to be written.
#pragma once

#include <cstdint>
#include <functional>

namespace nn::exercise {

/// \brief Gives the next word of 32 random bits.
using NextWord = std::function<std::uint32_t()>;

/// \brief A whole number from 0 to `max`, both included, all equally likely.
std::uint32_t interval(std::uint32_t max, const NextWord& next_word);

}  // namespace nn::exercise
