/// \file
/// \brief A word and a neighbour: their score, and what the two losses make of it.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "nn/require.hpp"
#include "nn/sigmoid.hpp"
#include "nn/softmax.hpp"

namespace nn {

/// \brief How well two words go together: w · c, the centre vector of the one and
/// the neighbour vector of the other.
/// \implements{pair-score}
///
/// Throws std::invalid_argument if the lengths differ. Error: ≤ d ulp of the sum of
/// the products' sizes, for vectors of d numbers.
// [snip:pair-score]
template <class T>
T pair_score(std::span<const T> w, std::span<const T> c) {
    if (w.size() != c.size())
        require(false, "pair_score",
                std::to_string(w.size()) + " and " + std::to_string(c.size()) +
                    " numbers; both vectors must have as many");
    T sum = 0;
    for (std::size_t i = 0; i < w.size(); ++i) sum += w[i] * c[i];
    return sum;
}
// [snip:pair-score]

/// \brief The scores of a word with each of the neighbours whose vectors stand one
/// after the other in C.
///
/// C is d × n, a neighbour a column. Throws std::invalid_argument unless it holds a
/// whole number of vectors, at least one.
// [snip:pair-scores]
template <class T>
std::vector<T> pair_scores(std::span<const T> w, std::span<const T> C) {
    const std::size_t d = w.size();
    require(d > 0 && !C.empty() && C.size() % d == 0, "pair_scores",
            std::to_string(C.size()) + " numbers for vectors of " +
                std::to_string(d) + "; give whole vectors, at least 1");
    std::vector<T> scores;
    for (std::size_t at = 0; at < C.size(); at += d)
        scores.push_back(pair_score(w, C.subspan(at, d)));
    return scores;
}
// [snip:pair-scores]

/// \brief The price of a neighbour under the softmax over all words: −log p(c|w).
/// \implements{skip-gram-softmax}
///
/// C is d × V, `right` the neighbour's column. Throws as pair_scores() and
/// cross_entropy() do. Absolute error: ≤ V + d + 4 ulp of the larger of 1 and the
/// largest sum of products' sizes.
// [snip:skip-gram-loss]
template <class T>
T skip_gram_loss(std::span<const T> w, std::span<const T> C, std::size_t right) {
    const std::vector<T> z = pair_scores(w, C);  // V
    return cross_entropy<T>(z, right);
}
// [snip:skip-gram-loss]

/// \brief The price of a neighbour among k drawn words: one yes, k times no.
/// \implements{negative-sampling}
///
/// C is d × (1 + k): the neighbour first, then the drawn words. Throws as
/// pair_scores() does. Absolute error: ≤ (k + 1)(d + 3) ulp of the larger of 1 and
/// the largest sum of products' sizes.
// [snip:negative-sampling-loss]
template <class T>
T negative_sampling_loss(std::span<const T> w, std::span<const T> C) {
    const std::vector<T> z = pair_scores(w, C);  // 1 + k
    T loss = softplus(T(-z[0]));                 // −log σ(w·c)
    for (std::size_t i = 1; i < z.size(); ++i) loss += softplus(z[i]);
    return loss;
}
// [snip:negative-sampling-loss]

/// \brief The mean of the neighbours' vectors, which stand one after the other.
/// \implements{cbow-mean}
///
/// `neighbours` is d × m, m ≥ 1, and `mean` has room for d numbers; otherwise
/// throws std::invalid_argument. Error: ≤ m ulp of the mean size.
// [snip:cbow-mean]
template <class T>
void cbow_mean(std::span<const T> neighbours, std::span<T> mean) {
    const std::size_t d = mean.size();
    require(d > 0 && !neighbours.empty() && neighbours.size() % d == 0, "cbow_mean",
            std::to_string(neighbours.size()) + " numbers for vectors of " +
                std::to_string(d) + "; give whole vectors, at least 1");
    const T m = static_cast<T>(neighbours.size() / d);
    for (std::size_t i = 0; i < d; ++i) {
        T sum = 0;
        for (std::size_t at = i; at < neighbours.size(); at += d)
            sum += neighbours[at];
        mean[i] = sum / m;
    }
}
// [snip:cbow-mean]

/// \brief CBOW's price of a word in the middle of its neighbours, by negative
/// sampling.
/// \implements{cbow}
///
/// `neighbours` is d × m; W is d × (1 + k), the centre vectors of the right word
/// and of the drawn ones. Throws as cbow_mean() and pair_scores() do. Absolute
/// error: that of negative_sampling_loss(), and m ulp more.
// [snip:cbow-loss]
template <class T>
T cbow_loss(std::span<const T> neighbours, std::span<const T> W, std::size_t d) {
    std::vector<T> mean(d);
    cbow_mean<T>(neighbours, mean);
    return negative_sampling_loss<T>(mean, W);
}
// [snip:cbow-loss]

}  // namespace nn
