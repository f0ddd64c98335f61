/// \file
/// \brief Exercise 9.4, what is to be written.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace nn::exercise {

using Token = std::uint32_t;
using Pair = std::pair<Token, Token>;  // left, right

/// \brief A word as tokens, and how often the text has it.
struct CountedWord {
    std::vector<Token> tokens;
    std::uint64_t count;
};

/// \brief The two neighbours that the text has most often.
///
/// A pair counts wherever it stands, overlapping ones too: in *aaa* there are two.
/// No pair lies across two words. Of equals the smaller one, as pairs compare. Some
/// word has at least two tokens.
Pair most_common_pair(std::span<const CountedWord> words);

/// \brief The word with each such pair made one token, `whole`, from left to right.
std::vector<Token> merged(std::span<const Token> word, const Pair& pair,
                          Token whole);

}  // namespace nn::exercise
