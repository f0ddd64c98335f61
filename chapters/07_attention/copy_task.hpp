/// \file
/// \brief Two tasks that ask for nothing but to know where what was.
#pragma once

#include <cstddef>
#include <span>

#include "nn/rng.hpp"
#include "nn/sequence_pairs.hpp"

namespace nn {

/// \brief Random symbols, to be written again in their order, or backwards.
///
/// Throws std::invalid_argument for no symbols, no length or no sequences.
// [snip:copy-pairs]
SequencePairs copy_pairs(std::size_t symbols, std::size_t length,
                         std::size_t sequences, Rng& rng);
SequencePairs reversal_pairs(std::size_t symbols, std::size_t length,
                             std::size_t sequences, Rng& rng);

/// \brief The share of the symbols that are right. Throws std::invalid_argument for
/// none, or as many written as wanted.
double share_right(std::span<const Token> written, std::span<const Token> target);

/// \brief The share of the sequences that are right from end to end. Throws as
/// share_right() does.
double share_all_right(std::span<const Token> written, const SequencePairs& pairs);
// [snip:copy-pairs]

/// \brief What who knows the bag of the symbols, and no places, can say at best.
///
/// At each place the symbol there is known, and the others without their order: the
/// likeliest answer is the most common one of these.
// [snip:bag-guess]
std::vector<Token> bag_guess(const SequencePairs& pairs, std::size_t symbols);
// [snip:bag-guess]

}  // namespace nn
