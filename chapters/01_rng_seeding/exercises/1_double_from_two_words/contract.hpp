/// \file
/// \brief Exercise 1.1, what is to be written.
#pragma once

#include <cstdint>

namespace nn::exercise {

/// \brief A double in [0, 1) with 53 random bits, made of two words of 32 random
/// bits.
///
/// The upper 27 bits of `a` are the upper bits of the result, the upper 26 bits of
/// `b` the lower ones.
double uniform_from_bits(std::uint32_t a, std::uint32_t b);

}  // namespace nn::exercise
