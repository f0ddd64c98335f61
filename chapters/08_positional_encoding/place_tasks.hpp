/// \file
/// \brief Two tasks of random symbols: one asks for a place, the other for a
/// distance.
#pragma once

#include <cstddef>

#include "causal_training.hpp"

namespace nn {

/// \brief Symbols of a place task, all equally likely.
// [snip:place-tasks]
inline constexpr std::size_t place_symbols = 8;

/// \brief The place that the absolute task asks for, and the distance of the
/// relative one.
inline constexpr std::size_t asked_place = 5, asked_distance = 3;

/// \brief A sequence asks at each of its places for a symbol that it has shown.
using PlaceTask = CausalBatch (*)(std::size_t steps, std::size_t sequences,
                                  Rng& rng);

/// \brief Which symbol stood at place asked_place? Before it: which stands here?
///
/// Throws std::invalid_argument for no steps or no sequences.
CausalBatch absolute_batch(std::size_t steps, std::size_t sequences, Rng& rng);

/// \brief Which symbol stood asked_distance steps before? Near the beginning: which
/// was the first?
///
/// Throws std::invalid_argument for no steps or no sequences.
CausalBatch relative_batch(std::size_t steps, std::size_t sequences, Rng& rng);
// [snip:place-tasks]

}  // namespace nn
