/// \file
/// \brief Words in the contexts of two texts.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "nn/io/program.hpp"
#include "nn/tokens.hpp"

namespace nn {

/// \brief A word, with the words before it wherever it stands: in each text the
/// first so many times.
// [snip:word-in-contexts]
struct WordInContexts {
    std::string word;
    bool several_senses = false;
    std::array<std::vector<std::vector<Token>>, 2>
        contexts{};  ///< the word comes last
};

/// \brief Words of several senses and of one, and how many different words their
/// contexts are made of.
struct ContextStudy {
    std::vector<WordInContexts> words;
    std::size_t vocabulary = 0;
};

/// \brief Reads the Bible and WordNet's glosses, or the two halves of the reader's
/// file; words that one of the two texts hardly knows are left out.
ContextStudy read_contexts(const Options& options);
// [snip:word-in-contexts]

}  // namespace nn
