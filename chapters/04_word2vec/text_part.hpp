/// \file
/// \brief A part of a text that fits into memory: to learn from, and to be asked
/// about.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "nn/rng.hpp"
#include "nn/synonym_score.hpp"
#include "nn/tokens.hpp"
#include "nn/vocabulary.hpp"

namespace nn {

/// \brief The lines of a stream from its beginning, as many whole ones as hold at
/// most `most` words; the first one in any case. Each ends with line_end.
// [snip:text-part-declared]
std::vector<Token> first_lines(TokenStream& tokens, std::size_t most);

/// \brief A text in two parts, with the vocabulary of the one to learn from.
struct HeldOutText {
    Vocabulary vocabulary;        ///< of `train`
    std::vector<Token> train;     ///< nine lines of ten
    std::vector<Token> held_out;  ///< every tenth; words that `train` lacks are out
};

/// \brief Holds out every tenth line, and numbers the words anew.
///
/// Words that occur less than `min_count` times in the nine are left out. Throws
/// std::invalid_argument if none is left.
HeldOutText hold_out(std::span<const Token> text, const Vocabulary& vocabulary,
                     double min_count);

/// \brief The text as a model gets to see it: each occurrence stays with the chance
/// of keep_probability().
std::vector<Token> thinned_out(std::span<const Token> text,
                               const Vocabulary& vocabulary, double sample,
                               Rng& rng);

/// \brief All pairs of a word and a neighbour, up to `window` words apart in a
/// line, by the number of the first word; of more than `most`, as many evenly
/// chosen ones.
std::vector<TokenPair> pairs_of(std::span<const Token> text, std::size_t window,
                                std::size_t most);
// [snip:text-part-declared]

}  // namespace nn
