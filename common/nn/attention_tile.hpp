/// \file
/// \brief A tile of queries × keys, as tiled attention goes over it, there and
/// back.
#pragma once

#include "nn/tiled_attention.hpp"
#include "nn/vector_math.hpp"

namespace nn {

// [snip:exp-of-score]
/// \brief e^z for z ≤ 0, fast in float.
inline float exp_of(float z) {
    return exp_nonpositive(z);
}
inline double exp_of(double z) {
    return std::exp(z);
}
// [snip:exp-of-score]

/// \brief Queries, and keys, of a tile: a few tiles of scores stay in the cache.
// [snip:tile-view]
inline constexpr arma::uword tile = 64;

/// \brief Some columns of a matrix, sharing its memory.
template <class T>
arma::Mat<T> tile_of(arma::Mat<T>& matrix, arma::uword first, arma::uword count) {
    return {matrix.colptr(first), matrix.n_rows, count, false, true};
}

/// \brief The same, to read only.
template <class T>
const arma::Mat<T> tile_of(const arma::Mat<T>& matrix, arma::uword first,
                           arma::uword count) {
    // Armadillo knows no matrix to read only; the result is const instead.
    return {const_cast<T*>(matrix.colptr(first)), matrix.n_rows, count, false,
            true};
}
// [snip:tile-view]

// [snip:tile-rule]
/// \brief Scores of a tile, queries × keys: less what distance costs, and −∞ where
/// the query may not look.
template <class T>
void apply_rule(arma::Mat<T>& S, const AttentionRule& rule, arma::uword first_query,
                arma::uword first_key) {
    for (arma::uword k = 0; k < S.n_cols; ++k) {
        T* const scores = S.colptr(k);
        const arma::uword key = first_key + k;
        if (rule.slope != 0)
            for (arma::uword q = 0; q < S.n_rows; ++q)
                scores[q] -= T(rule.penalty(key, first_query + q));
        arma::uword hidden = 0;  // so many first queries may not look at it
        if (rule.causal && key > first_query)
            hidden = std::min(S.n_rows, key - first_query);
        if (!rule.padding.empty() && rule.padding[key]) hidden = S.n_rows;
        std::fill_n(scores, hidden, -std::numeric_limits<T>::infinity());
    }
}

/// \brief The keys that a tile of queries may see, from the first on.
inline arma::uword keys_for(arma::uword first_query, arma::uword queries,
                            arma::uword keys, const AttentionRule& rule) {
    return rule.causal ? std::min(first_query + queries, keys) : keys;
}
// [snip:tile-rule]

// [snip:require-tiled]
/// \brief Throws std::invalid_argument with all shapes unless they fit.
template <class T>
void require_tiled(const arma::Mat<T>& Q, const arma::Mat<T>& K,
                   const arma::Mat<T>& V, const AttentionRule& rule) {
    const bool padded = rule.padding.empty() || rule.padding.size() == K.n_cols;
    if (!Q.is_empty() && !V.is_empty() && Q.n_rows == K.n_rows &&
        V.n_cols == K.n_cols && padded)
        return;
    const auto shape = [](const arma::Mat<T>& matrix) {
        return std::to_string(matrix.n_rows) + " × " +
               std::to_string(matrix.n_cols);
    };
    require(false, "tiled_attention",
            "Q is " + shape(Q) + ", K is " + shape(K) + ", V is " + shape(V) +
                " and " + std::to_string(rule.padding.size()) +
                " keys are marked as filling or not; Q and K need as many rows, K "
                "and V as many columns, each a mark or none, and there must be a "
                "token");
}
// [snip:require-tiled]

}  // namespace nn
