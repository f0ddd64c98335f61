#include "pair_counts.hpp"

#include <algorithm>
#include <string>

#include "nn/cooccurrence.hpp"
#include "nn/require.hpp"
#include "pmi.hpp"

namespace nn {

// [snip:pair-counts]
PairCounts::PairCounts(TokenStream& tokens, std::size_t words, std::size_t window)
    : begins_(words + 1), sums_(words) {
    const auto cells =
        count_pairs(tokens, {.context_window = window, .by_distance = false});
    pairs_.reserve(cells.size());
    for (const auto& [row, column, x] : cells) {
        require(std::max(row, column) < words, "PairCounts",
                "word " + std::to_string(std::max(row, column)) + " of " +
                    std::to_string(words) + "; words count from 0");
        pairs_.push_back({{row, column}, x});
        ++begins_[row + 1];
        sums_[row] += x;
        total_ += x;
    }
    for (std::size_t word = 0; word < words; ++word)
        begins_[word + 1] += begins_[word];
}

std::span<const CountedPair> PairCounts::neighbours(Token word) const {
    return std::span(pairs_).subspan(begins_[word],
                                     begins_[word + 1] - begins_[word]);
}

double PairCounts::together(Token word, Token neighbour) const {
    const auto all = neighbours(word);
    const auto found = std::partition_point(
        all.begin(), all.end(),
        [&](const CountedPair& each) { return each.pair.second < neighbour; });
    return found != all.end() && found->pair.second == neighbour ? found->count
                                                                 : 0.0;
}

double PairCounts::pmi_of(TokenPair pair) const {
    return pmi(together(pair.first, pair.second), sums_[pair.first],
               sums_[pair.second], total_);
}
// [snip:pair-counts]

}  // namespace nn
