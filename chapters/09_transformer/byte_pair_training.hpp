/// \file
/// \brief Which bytes a text puts together most often.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "byte_pairs.hpp"

namespace nn {

/// \brief A piece of a text, and how often the text has it.
// [snip:counted-piece]
struct CountedPiece {
    std::string_view bytes;
    std::uint64_t count;
};

/// \brief The different pieces of a text in the order of their first coming.
std::vector<CountedPiece> counted_pieces(std::span<const std::string_view> pieces);
// [snip:counted-piece]

/// \brief A piece as tokens, and how often the text has it.
// [snip:counted-word]
struct CountedWord {
    std::vector<Token> tokens;
    std::uint64_t count;
};

/// \brief How often the text has a pair, and in which words.
struct PairPlaces {
    std::uint64_t count = 0;
    std::vector<std::size_t> words{};  ///< ascending; it may have gone from some
};
// [snip:counted-word]

/// \brief All pairs of neighbours within words, each counted as often as its word.
/// \implements{pair-count}
///
/// Overlapping pairs count: in *aaa* there are two. Source: Sennrich, Haddow and
/// Birch (2016), section 3.2. Error: 0.
// [snip:count-pairs-declared]
ByTokenPair<PairPlaces> count_pairs(std::span<const CountedWord> words);
// [snip:count-pairs-declared]

/// \brief A larger vocabulary than any published one.
// [snip:train-byte-pairs-declared]
inline constexpr std::size_t largest_byte_vocabulary = 1 << 20;

/// \brief Learns merges until the vocabulary has `size` tokens: each time of the
/// pair that the text has most often; of equals, the one whose left token is
/// smaller, then the one whose right token is.
///
/// Stops early when no pair comes twice. The order of the corpus does not matter.
/// No pair spells a token that is there already: what stands between two ends of
/// tokens has been joined as it would be alone, so that equal bytes are equal
/// tokens. Throws std::invalid_argument unless 256 ≤ size ≤
/// largest_byte_vocabulary.
BytePairs train_byte_pairs(std::span<const CountedPiece> corpus, std::size_t size);
// [snip:train-byte-pairs-declared]

}  // namespace nn
