/// \file
/// \brief Attention: each token looks at all tokens and takes the mean of what they
/// hold, weighted by how much they matter to it.
#pragma once

#include <algorithm>
#include <armadillo>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "nn/require.hpp"

namespace nn {

/// \brief Which keys a query may look at, and what distance costs.
///
/// Query number `query` and key number `key` are the tokens at these places.
// [snip:attention-rule]
struct AttentionRule {
    bool causal = false;  ///< no key that comes after the query
    /// of each key: is it only there to fill the matrix? Empty: none is
    std::vector<bool> padding{};
    double slope = 0;  ///< what a score loses for each token of distance

    bool sees(std::size_t key, std::size_t query) const {
        if (causal && key > query) return false;
        return padding.empty() || !padding[key];
    }

    double penalty(std::size_t key, std::size_t query) const {
        return slope * double(key > query ? key - query : query - key);
    }
};
// [snip:attention-rule]

/// \brief Softmax over the keys that a query may see: scores become weights.
/// \implements{attention-weights}
///
/// A query that may see no key has weights of 0 throughout: it takes nothing from
/// anybody. Domain: finite scores. Error: ≤ n + d + 4 ulp, as softmax().
// [snip:weights-of-query]
template <class T>
void weights_of_query(std::span<T> scores, std::size_t query,
                      const AttentionRule& rule) {
    using std::exp;
    // [snip:largest-seen]
    T largest = -std::numeric_limits<T>::infinity();
    for (std::size_t k = 0; k < scores.size(); ++k) {
        if (!rule.sees(k, query)) continue;
        scores[k] -= T(rule.penalty(k, query));
        largest = std::max(largest, scores[k]);
    }
    // [snip:largest-seen]
    T sum = 0;
    for (std::size_t k = 0; k < scores.size(); ++k) {
        scores[k] = rule.sees(k, query) ? exp(T(scores[k] - largest)) : T(0);
        sum += scores[k];
    }
    if (sum == 0) return;  // there was nobody to look at
    for (T& weight : scores) weight /= sum;
}
// [snip:weights-of-query]

/// \brief The weights of all queries: softmax down each column.
///
/// Scores and weights are keys × queries. Throws std::invalid_argument for no keys
/// or no queries, and for a padding of another length than the keys. Error: as
/// weights_of_query().
// [snip:attention-weights-declared]
template <class T>
arma::Mat<T> attention_weights(const arma::Mat<T>& scores,
                               const AttentionRule& rule);
// [snip:attention-weights-declared]

/// \brief The bytes of a table of scores.
// [snip:table-bytes]
inline double table_bytes(std::size_t keys, std::size_t queries,
                          std::size_t bytes_of_number) {
    return double(keys) * double(queries) * double(bytes_of_number);
}

/// \brief The most that such a table may take: 4 GiB.
inline constexpr double most_table_bytes = 4.0 * (1 << 30);

/// \brief Throws std::invalid_argument, with what it would take, for a larger
/// table; tiled_attention() needs none.
void require_table(std::size_t keys, std::size_t queries,
                   std::size_t bytes_of_number);
// [snip:table-bytes]

/// \brief What each query gets: O = V A, the values mixed by its weights.
/// \implements{attention-output}
///
/// V is d_v × keys, A keys × queries; the result d_v × queries. Throws
/// std::invalid_argument with both shapes if they do not fit. Absolute error: ≤
/// keys ulp of the largest |value|.
// [snip:attention-output-declared]
template <class T>
arma::Mat<T> attention_output(const arma::Mat<T>& V, const arma::Mat<T>& A);
// [snip:attention-output-declared]

/// \brief The slopes of the loss in what attention was made of.
// [snip:attention-slopes]
template <class T>
struct AttentionSlopes {
    arma::Mat<T> scores;  ///< keys × queries
    arma::Mat<T> V;       ///< d_v × keys
};

/// \brief Back through the mixture and the softmax, from dO, d_v × queries.
/// \implements{attention-gradient}
///
/// Throws std::invalid_argument with the shapes if they do not fit. Relative error
/// in double: ≤ 1e-9, by \eqref{gradient-error}.
template <class T>
AttentionSlopes<T> attention_back(const arma::Mat<T>& V, const arma::Mat<T>& A,
                                  const arma::Mat<T>& dO);
// [snip:attention-slopes]

}  // namespace nn
