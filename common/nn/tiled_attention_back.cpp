#include "nn/attention_tile.hpp"

namespace nn {

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

// [snip:tiled-back-instances]
template TiledSlopes<float> tiled_attention_back(
    const arma::fmat&, const arma::fmat&, const arma::fmat&,
    const TiledPass<float>&, const arma::fmat&, const AttentionRule&);
template TiledSlopes<double> tiled_attention_back(
    const arma::mat&, const arma::mat&, const arma::mat&, const TiledPass<double>&,
    const arma::mat&, const AttentionRule&);
// [snip:tiled-back-instances]

}  // namespace nn
