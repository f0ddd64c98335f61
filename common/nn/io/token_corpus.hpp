/// \file
/// \brief A text as a vocabulary and a stream of numbers, whatever its size.
#pragma once

#include <memory>
#include <string>

#include "nn/io/program.hpp"
#include "nn/tokens.hpp"
#include "nn/vocabulary.hpp"

namespace nn {

/// \brief A text to learn from: its words are numbers of the vocabulary, the rare
/// ones are left out.
// [snip:token-corpus-declared]
struct TokenCorpus {
    std::string name;                     ///< what the program calls it
    Vocabulary vocabulary;                ///< the words that occur often enough
    double words = 0.0;                   ///< all that were read, rare ones too
    std::unique_ptr<TokenStream> tokens;  ///< reads from disk
};

/// \brief The words in a line of a text, at most; longer lines are cut.
inline constexpr std::size_t longest_line = 1000;

/// \brief The text that the options name: a file's lines, or by default the King
/// James Bible and WordNet's glosses as one text, in lines of longest_line words.
///
/// Memory: the different words, and a block of the text. Throws InputError if it
/// cannot be read, or if fewer than two words occur `min_count` times each, or no
/// line holds two of them; Interrupted after Ctrl-C.
TokenCorpus read_token_corpus(const Options& options, double min_count);

/// \brief The King James Bible as one line.
TokenCorpus bible_stream(double min_count);
// [snip:token-corpus-declared]

}  // namespace nn
