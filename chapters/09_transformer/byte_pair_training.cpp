#include "byte_pair_training.hpp"

#include <queue>
#include <unordered_map>
#include <utility>

#include "nn/require.hpp"

namespace nn {

// [snip:counted-pieces]
std::vector<CountedPiece> counted_pieces(std::span<const std::string_view> pieces) {
    std::vector<CountedPiece> counted;
    std::unordered_map<std::string_view, std::size_t> places;
    for (const std::string_view piece : pieces) {
        const auto [found, is_new] = places.emplace(piece, counted.size());
        if (is_new) counted.push_back({piece, 0});
        ++counted[found->second].count;
    }
    return counted;
}
// [snip:counted-pieces]

// [snip:count-pairs]
ByTokenPair<PairPlaces> count_pairs(std::span<const CountedWord> words) {
    ByTokenPair<PairPlaces> pairs;
    for (std::size_t w = 0; w < words.size(); ++w)
        for (std::size_t i = 1; i < words[w].tokens.size(); ++i) {
            const auto& tokens = words[w].tokens;
            PairPlaces& places = pairs[{tokens[i - 1], tokens[i]}];
            places.count += words[w].count;
            if (places.words.empty() || places.words.back() != w)
                places.words.push_back(w);
        }
    return pairs;
}
// [snip:count-pairs]

namespace {

// [snip:contender]
struct Contender {
    std::uint64_t count;
    TokenPair pair;
    bool operator<(const Contender& other) const {  // the last is merged first
        return count != other.count ? count < other.count : other.pair < pair;
    }
};
// [snip:contender]

// [snip:pair-contest]
/// \brief The words of a text while their tokens are joined, and the counts of all
/// pairs.
///
/// A pair is gained only by the merge that makes the younger of its tokens; later
/// it is only lost. So a count in the queue is right or too high.
class PairContest {
public:
    explicit PairContest(std::vector<CountedWord> words)
        : words_(std::move(words)), pairs_(count_pairs(words_)) {
        for (const auto& [pair, places] : pairs_) queue_.push({places.count, pair});
    }

    /// \brief Takes the most common pair off the queue, unless none comes twice.
    std::optional<TokenPair> take_most_common();

    void merge(const ByteMerge& merge);

private:
    std::vector<CountedWord> words_;
    ByTokenPair<PairPlaces> pairs_;
    std::priority_queue<Contender> queue_;
};
// [snip:pair-contest]

// [snip:take-most-common]
std::optional<TokenPair> PairContest::take_most_common() {
    while (!queue_.empty() && queue_.top().count >= 2) {
        const Contender best = queue_.top();
        queue_.pop();
        const std::uint64_t count = pairs_[best.pair].count;
        if (count == best.count) return best.pair;
        queue_.push({count, best.pair});  // it has lost some since
    }
    return std::nullopt;
}
// [snip:take-most-common]

// [snip:merge-in-words]
void PairContest::merge(const ByteMerge& merge) {
    const std::vector<std::size_t> words = pairs_[merge.pair].words;
    std::vector<TokenPair> born;
    for (const std::size_t w : words) {
        const auto became = [&](const TokenPair& old, const TokenPair& pair) {
            pairs_[old].count -= words_[w].count;
            PairPlaces& places = pairs_[pair];
            if (places.words.empty()) born.push_back(pair);
            if (places.words.empty() || places.words.back() != w)
                places.words.push_back(w);
            places.count += words_[w].count;
        };
        merge_pair(words_[w].tokens, merge, became);
    }
    pairs_.erase(merge.pair);
    for (const TokenPair& pair : born) queue_.push({pairs_[pair].count, pair});
}
// [snip:merge-in-words]

// [snip:counted-words]
void require_vocabulary_size(std::size_t size) {
    require(size >= 256 && size <= largest_byte_vocabulary, "train_byte_pairs",
            "a vocabulary of " + std::to_string(size) +
                " tokens; the bytes alone are 256: ask for 256 to " +
                std::to_string(largest_byte_vocabulary));
}

/// \brief The corpus as bytes.
std::vector<CountedWord> counted_words(std::span<const CountedPiece> corpus) {
    const BytePairs bytes;
    std::vector<CountedWord> words;
    for (const CountedPiece& piece : corpus)
        words.push_back({bytes.encode(piece.bytes), piece.count});
    return words;
}
// [snip:counted-words]

}  // namespace

// [snip:train-byte-pairs]
BytePairs train_byte_pairs(std::span<const CountedPiece> corpus, std::size_t size) {
    require_vocabulary_size(size);
    BytePairs learned;
    PairContest contest(counted_words(corpus));
    while (learned.size() < size) {
        const std::optional<TokenPair> best = contest.take_most_common();
        if (!best) break;
        contest.merge({*best, learned.add_merge(*best)});
    }
    return learned;
}
// [snip:train-byte-pairs]

}  // namespace nn
