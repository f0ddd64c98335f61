/// \file
/// \brief Pieces of a text to learn from: at each token the one that comes next.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "nn/rng.hpp"
#include "nn/tokens.hpp"

namespace nn {

/// \brief Sequences of the same length, one behind the other, and what should be
/// said at each of their symbols.
// [snip:causal-batch]
struct CausalBatch {
    std::size_t sequences = 0;
    std::vector<Token> symbols{}, right{};
};

/// \brief Puts a piece of a text behind the others. The text goes on behind it.
void append_piece(std::span<const Token> text, std::size_t place, std::size_t steps,
                  CausalBatch& batch);

/// \brief Pieces of a text, each from a place drawn at random; the right answer is
/// the symbol that comes next.
///
/// Throws std::invalid_argument for no steps, no sequences or a text that is not
/// longer than a piece.
CausalBatch random_pieces(std::span<const Token> text, std::size_t steps,
                          std::size_t sequences, Rng& rng);

/// \brief The first `sequences` pieces of a text, one after the other.
///
/// Throws std::invalid_argument if the text is too short for them.
CausalBatch first_pieces(std::span<const Token> text, std::size_t steps,
                         std::size_t sequences);
// [snip:causal-batch]

}  // namespace nn
