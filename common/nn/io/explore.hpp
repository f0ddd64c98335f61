/// \file
/// \brief Word vectors at a prompt: neighbours and analogies for the words that a
/// person types.
#pragma once

#include <string>
#include <string_view>

#include "nn/word_vectors.hpp"

namespace nn {

/// \brief The prompt's answers.
///
/// `space` must outlive it.
// [snip:prompt-declared]
class WordPrompt {
public:
    explicit WordPrompt(const WordSpace& space);

    /// \brief The answer to a line, which ends in a line feed.
    ///
    /// One word: its ten neighbours, with their cosines. Three words "a b c": the
    /// ten best answers to "a is to b as c is to …". An unknown word: the known
    /// ones nearest to it in spelling. Anything else: what may be asked.
    std::string answer(std::string_view line) const;

private:
    std::optional<std::size_t> find(std::string_view word) const;
    std::string unknown(std::string_view word) const;

    const WordSpace& space_;
    std::vector<std::string> keys_;  // the words, case folded
    WordIndex index_;                // of the keys
};

/// \brief Answers lines of standard input until one is empty, or until Ctrl-D or
/// Ctrl-C.
void explore(const WordSpace& space);
// [snip:prompt-declared]

}  // namespace nn
