/// \file
/// \brief Attention without the table of weights: tile by tile, in memory that
/// grows like the text.
#pragma once

#include <armadillo>

#include "nn/attention.hpp"

namespace nn {

/// \brief What one head gives, and what its way back needs.
// [snip:tiled-pass]
template <class T>
struct TiledPass {
    arma::Mat<T> O;         ///< d_v × queries
    arma::Row<T> log_sums;  ///< of each query log Σ e^score; ∞ where it sees nobody
};

/// \brief The slopes in queries, keys and values.
template <class T>
struct TiledSlopes {
    arma::Mat<T> Q, K, V;  ///< as Q, K and V
};
// [snip:tiled-pass]

/// \brief V softmax(KᵀQ / √d_k) under a rule, without ever holding a whole column
/// of scores.
/// \implements{streaming-softmax}
///
/// Q is d_k × queries, K d_k × keys, V d_v × keys. Memory beside the result: a few
/// tiles of 64 by 64. Source: Milakov and Gimelshein (2018) for the running sum,
/// Dao et al. (2022) for the tiles and the way back. Throws std::invalid_argument
/// with the shapes if they do not fit, or for no token. Absolute error for normal
/// numbers, and distance to the plain form: ≤ 16 ulp of the largest output.
// [snip:tiled-declared]
template <class T>
TiledPass<T> tiled_attention(const arma::Mat<T>& Q, const arma::Mat<T>& K,
                             const arma::Mat<T>& V, const AttentionRule& rule);

/// \brief The way back from dO, d_v × queries: the weights are computed again, tile
/// by tile.
///
/// Throws as tiled_attention(), and for a dO of another shape than O. Distance to
/// the plain form for normal numbers: ≤ 32 ulp of the largest slope.
template <class T>
TiledSlopes<T> tiled_attention_back(const arma::Mat<T>& Q, const arma::Mat<T>& K,
                                    const arma::Mat<T>& V, const TiledPass<T>& pass,
                                    const arma::Mat<T>& dO,
                                    const AttentionRule& rule);
// [snip:tiled-declared]

}  // namespace nn
