#include "attention_score.hpp"

#include <cmath>
#include <string>

#include "additive_score.hpp"
#include "product_scores.hpp"

namespace nn {

// [snip:make-score]
template <class T>
std::unique_ptr<AttentionScore<T>> make_score(ScoreKind kind, std::size_t keys,
                                              std::size_t queries,
                                              std::size_t hidden) {
    const bool additive = kind == ScoreKind::additive;
    require(keys > 0 && queries > 0 && (!additive || hidden > 0), "make_score",
            "keys of " + std::to_string(keys) + " numbers, queries of " +
                std::to_string(queries) + " and " + std::to_string(hidden) +
                " units; give at least 1 of each that the score has");
    if (kind == ScoreKind::general)
        return std::make_unique<GeneralScore<T>>(ScoreRows{keys, queries});
    if (additive)
        return std::make_unique<AdditiveScore<T>>(ScoreRows{keys, queries}, hidden);
    require(keys == queries, "make_score",
            "keys of " + std::to_string(keys) + " numbers and queries of " +
                std::to_string(queries) + "; a dot product needs as many of both");
    const T scale = kind == ScoreKind::dot ? T(1) : 1 / std::sqrt(T(keys));
    return std::make_unique<DotScore<T>>(keys, scale);
}
// [snip:make-score]

// [snip:score-instances]
template std::unique_ptr<AttentionScore<float>> make_score(ScoreKind, std::size_t,
                                                           std::size_t,
                                                           std::size_t);
template std::unique_ptr<AttentionScore<double>> make_score(ScoreKind, std::size_t,
                                                            std::size_t,
                                                            std::size_t);
// [snip:score-instances]

}  // namespace nn
