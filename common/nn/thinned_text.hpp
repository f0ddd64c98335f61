/// \file
/// \brief A text as word2vec reads it: common words thinned, a window drawn for
/// each place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "nn/philox.hpp"
#include "nn/tokens.hpp"
#include "nn/vocabulary.hpp"

namespace nn {

/// \brief A piece of a text: the words that stayed, and the window that each drew.
// [snip:thinned-piece]
struct ThinnedPiece {
    std::vector<Token> words;          ///< line ends among them
    std::vector<std::size_t> windows;  ///< words on each side; 0 at a line end
    std::size_t words_read = 0;        ///< before thinning, without line ends
};
// [snip:thinned-piece]

/// \brief Reads a text in pieces, and thins it anew each time it is read.
///
/// What stays depends on the seed, on how often the text was read and on the place
/// alone.
// [snip:thinned-text]
class ThinnedText {
public:
    /// \brief `sample` as keep_probability() takes it; with `shrink_window` each
    /// place draws a window from 1 … context_window, which is at most 255.
    ThinnedText(TokenStream& tokens, const Vocabulary& vocabulary, double sample,
                std::size_t context_window, bool shrink_window, std::uint32_t seed);

    /// \brief Goes back to the front of the text.
    void rewind() { tokens_.rewind(); }

    /// \brief The next piece, if there is one.
    bool next(ThinnedPiece& piece);

private:
    std::size_t window(std::uint32_t random) const;

    TokenStream& tokens_;
    std::vector<double> keep_;  // for each word
    std::size_t context_window_;
    bool shrink_window_;
    CounterRng random_;
    std::uint64_t block_ = 0;  // of four random words, one for each place
    std::vector<Token> read_;
};
// [snip:thinned-text]

}  // namespace nn
