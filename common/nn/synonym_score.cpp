#include "nn/synonym_score.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <set>
#include <utility>

#include "nn/require.hpp"
#include "nn/word_vectors.hpp"

namespace nn {

// [snip:area-under-curve]
double area_under_curve(std::span<const double> larger,
                        std::span<const double> smaller) {
    const auto no_number = [](double x) { return std::isnan(x); };
    require(!larger.empty() && !smaller.empty() &&
                std::none_of(larger.begin(), larger.end(), no_number) &&
                std::none_of(smaller.begin(), smaller.end(), no_number),
            "area_under_curve",
            "a list is empty or holds a NaN; give numbers in both");
    std::vector<double> sorted(smaller.begin(), smaller.end());
    std::sort(sorted.begin(), sorted.end());
    std::uint64_t halves = 0;  // two for each number that is smaller, one for a tie
    for (const double x : larger) {
        const auto [below, above] =
            std::equal_range(sorted.begin(), sorted.end(), x);
        halves += static_cast<std::uint64_t>((below - sorted.begin()) +
                                             (above - sorted.begin()));
    }
    return static_cast<double>(halves) / (2.0 * static_cast<double>(larger.size()) *
                                          static_cast<double>(smaller.size()));
}
// [snip:area-under-curve]

namespace {

// [snip:synonyms-in]
using Pairs = std::set<std::pair<Token, Token>>;

/// \brief All ordered pairs of two words of a synset.
Pairs synonyms_in(std::span<const std::vector<std::string>> synsets,
                  const Vocabulary& vocabulary) {
    Pairs pairs;
    for (const std::vector<std::string>& synset : synsets) {
        std::vector<Token> known;
        for (const std::string& word : synset)
            if (const auto token = vocabulary.find(word)) known.push_back(*token);
        for (const Token a : known)
            for (const Token b : known)
                if (a != b) pairs.emplace(a, b);
    }
    return pairs;
}
// [snip:synonyms-in]

// [snip:like-frequency]
/// \brief A word about as common as `b` that shares no synset with `a`.
std::optional<Token> like_frequency(Token a, Token b, const Pairs& synonyms,
                                    std::size_t words, Rng& rng) {
    const std::size_t low = b - std::min<std::size_t>(b, b / 4 + 5);
    const std::size_t high = std::min<std::size_t>(words - 1, b + b / 4 + 5);
    for (int draws = 0; draws < 16; ++draws) {
        const auto other = static_cast<Token>(low + rng.interval(high - low));
        if (other != a && other != b && !synonyms.contains({a, other}))
            return other;
    }
    return std::nullopt;
}
// [snip:like-frequency]

// [snip:span-of-column]
std::span<const float> span_of(const arma::fmat& vectors, Token word) {
    return {vectors.colptr(word), vectors.n_rows};
}
// [snip:span-of-column]

}  // namespace

// [snip:synonym-task]
SynonymTask synonym_task(std::span<const std::vector<std::string>> synsets,
                         const Vocabulary& vocabulary, Rng& rng) {
    const Pairs synonyms = synonyms_in(synsets, vocabulary);
    SynonymTask task;
    for (const auto& [a, b] : synonyms) {
        if (a > b) continue;  // each pair once, the more common word first
        const auto other = like_frequency(a, b, synonyms, vocabulary.size(), rng);
        if (!other) continue;
        task.synonyms.push_back({a, b});
        task.others.push_back({a, *other});
    }
    return task;
}
// [snip:synonym-task]

// [snip:synonym-score]
double synonym_score(const SynonymTask& task, const arma::fmat& vectors) {
    require(vectors.is_finite(), "synonym_score",
            "a number of the vectors is NaN or infinite; was the learning rate too "
            "large?");
    const auto cosines = [&](const std::vector<TokenPair>& pairs) {
        std::vector<double> all;
        for (const TokenPair& pair : pairs) {
            require(std::max(pair.first, pair.second) < vectors.n_cols,
                    "synonym_score",
                    "a pair has a word beyond the vectors; take those of the "
                    "vocabulary that the pairs are of");
            all.push_back(cosine(span_of(vectors, pair.first),
                                 span_of(vectors, pair.second)));
        }
        return all;
    };
    return area_under_curve(cosines(task.synonyms), cosines(task.others));
}
// [snip:synonym-score]

}  // namespace nn
