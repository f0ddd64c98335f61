/// \file
/// \brief Exercise 1.6, what is to be written.
#pragma once

#include <array>
#include <cstdint>

namespace nn::exercise {

/// \brief A counter before the rounds, random words after them.
using Block = std::array<std::uint32_t, 4>;

/// \brief Which stream it is.
using Key = std::array<std::uint32_t, 2>;

/// \brief Philox4x32-10: the four random words that belong to a counter and a key.
Block philox(Block counter, Key key);

}  // namespace nn::exercise
