#include "nn/tiled_attention.hpp"

#include "nn/vector_math.hpp"

namespace nn {

namespace {

// [snip:exp-of-score]
/// \brief e^z for z ≤ 0, fast in float.
float exp_of(float z) {
    return exp_nonpositive(z);
}
double exp_of(double z) {
    return std::exp(z);
}
// [snip:exp-of-score]

// [snip:tile-view]
constexpr arma::uword tile = 64;  // tokens: a few tiles of scores stay in the cache

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
arma::uword keys_for(arma::uword first_query, arma::uword queries, arma::uword keys,
                     const AttentionRule& rule) {
    return rule.causal ? std::min(first_query + queries, keys) : keys;
}
// [snip:tile-rule]

// [snip:require-tiled]
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

// [snip:query-tile]
/// \brief The queries of a tile while they go over the keys: of each the largest
/// score so far, the sum of exponentials relative to it, and their mix of values.
template <class T>
class QueryTile {
public:
    QueryTile(arma::uword values, arma::uword queries)
        : O_(values, queries, arma::fill::zeros),
          sums_(queries, arma::fill::zeros),
          largest_(queries) {
        largest_.fill(-std::numeric_limits<T>::infinity());
    }

    void absorb(arma::Mat<T>& S, const arma::Mat<T>& V);
    void finish(arma::uword first_query, TiledPass<T>& pass) const;

private:
    arma::Row<T> fade(const arma::Mat<T>& S);

    arma::Mat<T> O_;               // values × queries
    arma::Row<T> sums_, largest_;  // 1 × queries
};
// [snip:query-tile]

// [snip:fade]
/// \brief What came before fades where a score is larger; returns what to take off
/// the scores: the largest, or 0 if the query has seen nobody yet.
template <class T>
arma::Row<T> QueryTile<T>::fade(const arma::Mat<T>& S) {
    arma::Row<T> now = largest_;
    for (arma::uword k = 0; k < S.n_cols; ++k) {
        const T* const scores = S.colptr(k);
        for (arma::uword q = 0; q < S.n_rows; ++q)
            now[q] = std::max(now[q], scores[q]);
    }
    arma::Row<T> base = now;
    for (arma::uword q = 0; q < S.n_rows; ++q) {
        if (std::isinf(now[q])) base[q] = 0;
        const T rest = exp_of(largest_[q] - base[q]);  // 0 at the first tile
        sums_[q] *= rest;
        O_.col(q) *= rest;
    }
    largest_ = now;
    return base;
}
// [snip:fade]

// [snip:absorb]
/// \brief Scores become exponentials, queries × keys, and mix the values.
template <class T>
void QueryTile<T>::absorb(arma::Mat<T>& S, const arma::Mat<T>& V) {
    const arma::Row<T> base = fade(S);
    arma::Row<T> sums(S.n_rows, arma::fill::zeros);
    for (arma::uword k = 0; k < S.n_cols; ++k) {
        T* const scores = S.colptr(k);
        for (arma::uword q = 0; q < S.n_rows; ++q) {
            scores[q] = exp_of(scores[q] - base[q]);
            sums[q] += scores[q];
        }
    }
    sums_ += sums;
    O_ += V * S.t();  // values × queries
}
// [snip:absorb]

// [snip:finish-tile]
template <class T>
void QueryTile<T>::finish(arma::uword first_query, TiledPass<T>& pass) const {
    for (arma::uword q = 0; q < O_.n_cols; ++q) {
        const bool saw = sums_[q] > 0;
        pass.O.col(first_query + q) = O_.col(q) / (saw ? sums_[q] : T(1));
        pass.log_sums[first_query + q] = saw ? largest_[q] + std::log(sums_[q])
                                             : std::numeric_limits<T>::infinity();
    }
}
// [snip:finish-tile]

}  // namespace

// [snip:tiled-attention]
template <class T>
TiledPass<T> tiled_attention(const arma::Mat<T>& Q, const arma::Mat<T>& K,
                             const arma::Mat<T>& V, const AttentionRule& rule) {
    // [snip:tiled-begin]
    require_tiled(Q, K, V, rule);
    const T scale = 1 / std::sqrt(T(Q.n_rows));
    TiledPass<T> pass{arma::Mat<T>(V.n_rows, Q.n_cols), arma::Row<T>(Q.n_cols)};
    arma::Mat<T> S;
    // [snip:tiled-begin]
    for (arma::uword q = 0; q < Q.n_cols; q += tile) {
        const arma::uword queries = std::min(tile, Q.n_cols - q),
                          end = keys_for(q, queries, K.n_cols, rule);
        const arma::Mat<T> asked =
            scale * tile_of(Q, q, queries).t();  // queries × d_k
        QueryTile<T> mix(V.n_rows, queries);
        // [snip:over-the-keys]
        for (arma::uword k = 0; k < end; k += tile) {
            const arma::uword keys = std::min(tile, end - k);
            S = asked * tile_of(K, k, keys);  // queries × keys
            apply_rule(S, rule, q, k);
            mix.absorb(S, tile_of(V, k, keys));
        }
        // [snip:over-the-keys]
        mix.finish(q, pass);
    }
    return pass;
}
// [snip:tiled-attention]

namespace {

// [snip:slopes-of-tile]
/// \brief Of a tile, queries × keys: scores become weights, and dA the slopes in
/// the scores.
template <class T>
void slopes_of_tile(arma::Mat<T>& S, arma::Mat<T>& dA, const T* log_sums,
                    const T* means) {
    for (arma::uword k = 0; k < S.n_cols; ++k) {
        T *const a = S.colptr(k), *const da = dA.colptr(k);
        // forward: A = e^(S − log Σ e^S)
        for (arma::uword q = 0; q < S.n_rows; ++q) {
            a[q] = exp_of(std::min(T(0), a[q] - log_sums[q]));
            da[q] = a[q] * (da[q] - means[q]);
        }
    }
}
// [snip:slopes-of-tile]

// [snip:tile-back]
/// \brief The way back of the queries from `q` on, over all keys that they saw.
template <class T>
void query_tile_back(const arma::Mat<T>& Q, const arma::Mat<T>& K,
                     const arma::Mat<T>& V, const TiledPass<T>& pass,
                     const arma::Mat<T>& dO, const AttentionRule& rule,
                     arma::uword q, TiledSlopes<T>& d) {
    const arma::uword queries = std::min(tile, Q.n_cols - q),
                      end = keys_for(q, queries, K.n_cols, rule);
    const T scale = 1 / std::sqrt(T(Q.n_rows));
    const arma::Mat<T> dOq = tile_of(dO, q, queries), dOt = dOq.t();
    const arma::Mat<T> asked = scale * tile_of(Q, q, queries), askedt = asked.t();
    const arma::Row<T> means = arma::sum(tile_of(pass.O, q, queries) % dOq, 0);
    arma::Mat<T> dQ = tile_of(d.Q, q, queries), S, dS;
    for (arma::uword k = 0; k < end; k += tile) {
        const arma::uword keys = std::min(tile, end - k);
        const arma::Mat<T> Kk = tile_of(K, k, keys);
        arma::Mat<T> dK = tile_of(d.K, k, keys), dV = tile_of(d.V, k, keys);
        S = askedt * Kk;                 // queries × keys
        dS = dOt * tile_of(V, k, keys);  // queries × keys: dA
        apply_rule(S, rule, q, k);
        slopes_of_tile(S, dS, pass.log_sums.memptr() + q, means.memptr());
        // forward: O = V A, S = KᵀQ / √d_k
        dV += dOq * S;
        dK += asked * dS;
        dQ += Kk * dS.t();
    }
    dQ *= scale;
}
// [snip:tile-back]

}  // namespace

// [snip:tiled-back]
template <class T>
TiledSlopes<T> tiled_attention_back(const arma::Mat<T>& Q, const arma::Mat<T>& K,
                                    const arma::Mat<T>& V, const TiledPass<T>& pass,
                                    const arma::Mat<T>& dO,
                                    const AttentionRule& rule) {
    require_tiled(Q, K, V, rule);
    require(arma::size(dO) == arma::size(pass.O) && pass.O.n_cols == Q.n_cols,
            "tiled_attention_back", "dO needs the shape of O, a column a query");
    TiledSlopes<T> d{arma::Mat<T>(arma::size(Q), arma::fill::zeros),
                     arma::Mat<T>(arma::size(K), arma::fill::zeros),
                     arma::Mat<T>(arma::size(V), arma::fill::zeros)};
    for (arma::uword q = 0; q < Q.n_cols; q += tile)
        query_tile_back(Q, K, V, pass, dO, rule, q, d);
    return d;
}
// [snip:tiled-back]

// [snip:tiled-instances]
template TiledPass<float> tiled_attention(const arma::fmat&, const arma::fmat&,
                                          const arma::fmat&, const AttentionRule&);
template TiledPass<double> tiled_attention(const arma::mat&, const arma::mat&,
                                           const arma::mat&, const AttentionRule&);
template TiledSlopes<float> tiled_attention_back(
    const arma::fmat&, const arma::fmat&, const arma::fmat&,
    const TiledPass<float>&, const arma::fmat&, const AttentionRule&);
template TiledSlopes<double> tiled_attention_back(
    const arma::mat&, const arma::mat&, const arma::mat&, const TiledPass<double>&,
    const arma::mat&, const AttentionRule&);
// [snip:tiled-instances]

}  // namespace nn
