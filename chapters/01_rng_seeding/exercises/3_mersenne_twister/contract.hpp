/// \file
/// \brief Exercise 1.3, what is to be written.
#pragma once

#include <array>
#include <cstdint>

namespace nn::exercise {

/// \brief The state of the Mersenne Twister.
using State = std::array<std::uint32_t, 624>;

/// \brief The state that a seed names.
State init_genrand(std::uint32_t seed);

/// \brief Replaces the 624 words of the state by the next 624.
void twist(State& state);

/// \brief The output that a word of the state becomes.
std::uint32_t temper(std::uint32_t y);

}  // namespace nn::exercise
