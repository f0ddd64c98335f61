/// \file
/// \brief Random tokens, again and again: what comes next can only be known from
/// what came before.
#pragma once

#include <cstddef>

#include "nn/causal_batch.hpp"

namespace nn {

/// \brief How random tokens are repeated.
// [snip:repeated-tokens]
struct RepeatedShape {
    std::size_t vocabulary = 32;
    std::size_t steps = 48;                  ///< tokens of a sequence
    std::size_t shortest = 8, longest = 24;  ///< tokens until they come again
};

/// \brief Sequences, each of different tokens drawn at random, a random number of
/// them, which come again in the same order until the sequence is full.
///
/// Throws std::invalid_argument unless 1 < shortest ≤ longest ≤ vocabulary.
CausalBatch repeated_tokens(const RepeatedShape& shape, std::size_t sequences,
                            Rng& rng);

/// \brief For each symbol of a batch, whether it came before in its sequence.
std::vector<bool> came_before(const CausalBatch& batch);
// [snip:repeated-tokens]

}  // namespace nn
