/// \file
/// \brief Words in the contexts of two texts.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "nn/io/program.hpp"
#include "nn/tokens.hpp"

namespace nn {

/// \brief The last word of a piece of text and the words before it.
// [snip:word-in-contexts]
inline constexpr std::size_t context_words = 8;
using WordContext = std::array<Token, context_words>;

/// \brief Pieces of each of two texts.
using TwoTexts = std::array<std::vector<WordContext>, 2>;

/// \brief A word, with the words before it wherever it stands: in each text the
/// first so many times.
struct WordInContexts {
    std::string word;
    bool several_senses = false;
    TwoTexts contexts{};
};

/// \brief Words of several senses and of one, and pieces of text to learn from that
/// end with other words.
struct ContextStudy {
    std::vector<WordInContexts> words;
    TwoTexts to_learn{};
    std::size_t vocabulary = 0;  ///< words that all of these are made of
};

/// \brief Reads the Bible and WordNet's glosses, or the two halves of the reader's
/// file; words that one of the two texts hardly knows are left out.
ContextStudy read_contexts(const Options& options);
// [snip:word-in-contexts]

}  // namespace nn
