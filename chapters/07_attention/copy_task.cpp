#include "copy_task.hpp"

#include <algorithm>
#include <string>

#include "nn/require.hpp"

namespace nn {

// [snip:copy-pairs-drawn]
SequencePairs copy_pairs(std::size_t symbols, std::size_t length,
                         std::size_t sequences, Rng& rng) {
    require(symbols > 0 && length > 0 && sequences > 0, "copy_pairs",
            std::to_string(sequences) + " sequences of " + std::to_string(length) +
                " of " + std::to_string(symbols) +
                " symbols; give at least 1 of each");
    SequencePairs pairs{.sequences = sequences};
    pairs.source.resize(length * sequences);
    for (Token& symbol : pairs.source) symbol = Token(rng.interval(symbols - 1));
    pairs.target = pairs.source;
    return pairs;
}

SequencePairs reversal_pairs(std::size_t symbols, std::size_t length,
                             std::size_t sequences, Rng& rng) {
    SequencePairs pairs = copy_pairs(symbols, length, sequences, rng);
    for (std::size_t t = 0; t < length; ++t)
        for (std::size_t s = 0; s < sequences; ++s)
            pairs.target[t * sequences + s] =
                pairs.source[(length - 1 - t) * sequences + s];
    return pairs;
}
// [snip:copy-pairs-drawn]

// [snip:share-right]
double share_right(std::span<const Token> written, std::span<const Token> target) {
    require(!target.empty() && written.size() == target.size(), "share_right",
            std::to_string(written.size()) + " symbols written and " +
                std::to_string(target.size()) +
                " wanted; give as many of both, at least 1");
    std::size_t right = 0;
    for (std::size_t i = 0; i < target.size(); ++i)
        right += written[i] == target[i];
    return double(right) / double(target.size());
}

double share_all_right(std::span<const Token> written, const SequencePairs& pairs) {
    require(pairs.sequences > 0 && written.size() == pairs.target.size(),
            "share_all_right",
            std::to_string(written.size()) + " symbols written and " +
                std::to_string(pairs.target.size()) + " wanted of " +
                std::to_string(pairs.sequences) +
                " sequences; give as many of both, and at least 1 sequence");
    std::size_t right = pairs.sequences;
    for (std::size_t s = 0; s < pairs.sequences; ++s)
        for (std::size_t i = s; i < pairs.target.size(); i += pairs.sequences)
            if (written[i] != pairs.target[i]) {
                --right;
                break;
            }
    return double(right) / double(pairs.sequences);
}
// [snip:share-right]

// [snip:bag-guess-counted]
std::vector<Token> bag_guess(const SequencePairs& pairs, std::size_t symbols) {
    std::vector<Token> guess(pairs.source.size());
    for (std::size_t s = 0; s < pairs.sequences; ++s) {
        std::vector<int> count(symbols);
        for (std::size_t i = s; i < guess.size(); i += pairs.sequences)
            ++count[pairs.source[i]];
        for (std::size_t i = s; i < guess.size(); i += pairs.sequences) {
            --count[pairs.source[i]];  // the others
            guess[i] =
                Token(std::max_element(count.begin(), count.end()) - count.begin());
            ++count[pairs.source[i]];
        }
    }
    return guess;
}
// [snip:bag-guess-counted]

}  // namespace nn
