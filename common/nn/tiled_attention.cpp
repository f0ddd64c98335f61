#include "nn/attention_tile.hpp"

namespace nn {

namespace {

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

// [snip:tiled-instances]
template TiledPass<float> tiled_attention(const arma::fmat&, const arma::fmat&,
                                          const arma::fmat&, const AttentionRule&);
template TiledPass<double> tiled_attention(const arma::mat&, const arma::mat&,
                                           const arma::mat&, const AttentionRule&);
// [snip:tiled-instances]

}  // namespace nn
