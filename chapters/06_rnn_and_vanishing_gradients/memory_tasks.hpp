/// \file
/// \brief Two tasks that only a memory can solve.
#pragma once

#include <armadillo>
#include <cstddef>
#include <vector>

#include "nn/rng.hpp"
#include "nn/tokens.hpp"

namespace nn {

/// \brief Sequences that are read to their end, and what should be said then.
///
/// Column t B + s of X is step t of sequence s, as in a RecurrentStack.
// [snip:memory-batch]
struct MemoryBatch {
    std::size_t sequences = 0;     ///< B
    arma::fmat X{};                ///< inputs × T B
    std::vector<Token> symbols{};  ///< the right answers, where they are symbols
    std::vector<float> numbers{};  ///< and where they are numbers
};
// [snip:memory-batch]

/// \brief Symbols to remember, and others that are only noise.
// [snip:recall-declared]
inline constexpr std::size_t recall_symbols = 8, noise_symbols = 4;

/// \brief One of recall_symbols, then T steps of noise: which one was it?
///
/// A symbol is a 1 in its row. Throws std::invalid_argument for no sequences or no
/// steps.
MemoryBatch recall_batch(std::size_t noise_steps, std::size_t sequences, Rng& rng);
// [snip:recall-declared]

/// \brief What the adding problem asks for.
/// \implements{adding-target}
///
/// ½ + (X₁ + X₂) / 4, between 0 and 1 for X₁ and X₂ between −1 and 1. Hochreiter
/// and Schmidhuber (1997). Error: ≤ 1 ulp of 1.
// [snip:adding-declared]
template <class T>
T adding_target(T first, T second) {
    return (first + second) / 4 + T(0.5);
}

/// \brief How often ½ is within a distance of the adding problem's answer.
/// \implements{adding-luck}
///
/// 1 − (1 − 2 d)², as X₁ + X₂ is triangular on [−2, 2]. Domain: 0 ≤ d ≤ ½,
/// otherwise std::invalid_argument. Error: ≤ 2 ulp of 1.
double adding_luck(double distance);

/// \brief An answer within this distance is right.
inline constexpr float adding_tolerance = 0.04F;

/// \brief The adding problem: T steps, each a number in [−1, 1] and a mark; two
/// steps are marked, and adding_target() of their numbers is wanted at the end.
///
/// The first mark is in the first tenth, at least among the first two steps, and
/// the other elsewhere in the first half. Throws std::invalid_argument for no
/// sequences or fewer than 4 steps.
MemoryBatch adding_batch(std::size_t steps, std::size_t sequences, Rng& rng);
// [snip:adding-declared]

}  // namespace nn
