#include "nn/thinned_text.hpp"

#include <string>

#include "nn/require.hpp"
#include "nn/subsampling.hpp"

namespace nn {

// [snip:thinned-start]
namespace {

constexpr std::size_t piece_size = 8192;  // a multiple of 4, line ends included

}  // namespace

ThinnedText::ThinnedText(TokenStream& tokens, const Vocabulary& vocabulary,
                         double sample, std::size_t context_window,
                         bool shrink_window, std::uint32_t seed)
    : tokens_(tokens),
      context_window_(context_window),
      shrink_window_(shrink_window),
      random_(seed, 1),
      read_(piece_size) {
    require(context_window >= 1 && context_window <= 255, "ThinnedText",
            "a context window of " + std::to_string(context_window) +
                " words; give 1 to 255");
    for (const double count : vocabulary.counts())
        keep_.push_back(keep_probability(count, vocabulary.total(), sample));
}
// [snip:thinned-start]

// [snip:window]
/// \brief A window from the low 8 bits of a random word.
std::size_t ThinnedText::window(std::uint32_t random) const {
    if (!shrink_window_) return context_window_;
    return 1 + ((random & 0xFF) * context_window_ >> 8);
}
// [snip:window]

// [snip:thin]
bool ThinnedText::next(ThinnedPiece& piece) {
    piece.words.clear();
    piece.windows.clear();
    piece.words_read = 0;
    const std::size_t n = tokens_.read(read_);
    PhiloxBlock random{};
    for (std::size_t i = 0; i < n; ++i) {
        if (i % 4 == 0) random = random_.block(block_++);
        const Token word = read_[i];
        const std::uint32_t bits = random[i % 4];
        const bool ends = word == line_end;
        if (!ends) ++piece.words_read;
        if (!ends && (bits >> 8) * 0x1p-24 >= keep_[word]) continue;
        piece.words.push_back(word);
        piece.windows.push_back(ends ? 0 : window(bits));
    }
    return n > 0;
}
// [snip:thin]

}  // namespace nn
