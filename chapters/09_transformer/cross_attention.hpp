/// \file
/// \brief Tokens of one sequence look at those of another.
#pragma once

#include <armadillo>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "nn/parameters.hpp"
#include "nn/tiled_attention.hpp"

namespace nn {

/// \brief What the heads computed over a batch, for the way back.
// [snip:cross-attention-pass]
template <class T>
struct CrossAttentionPass {
    std::size_t sequences = 0;  ///< B
    arma::Mat<T> Q;             ///< width × B U
    arma::Mat<T> KV;            ///< 2 width × B T
    arma::Mat<T> mixed;         ///< width × B U: what the heads gave, stacked
    std::vector<TiledPass<T>> heads;  ///< number s H + h: head h on sequence s
};
// [snip:cross-attention-pass]

/// \brief Attention with several heads whose queries are of one sequence, X, and
/// whose keys and values are of another, the source.
///
/// Column s U + u of X is token u of what is written for sequence s, column s T + t
/// of the source token t of what was read: sequences of a batch are equally long on
/// either side, so that nothing is padding. Every query may look at the whole
/// source. Source: Vaswani et al. (2017), section 3.2.3.
// [snip:cross-attention]
template <class T>
class CrossAttention {
public:
    /// \brief Adds `name`.W_Q, b_Q, W_KV, b_KV, W_O and b_O to the layout.
    ///
    /// The rows of W_KV are those of W_K and W_V; of each, head h has the rows from
    /// h d on, d = width / heads. Throws std::invalid_argument unless the heads
    /// divide the width.
    CrossAttention(ParameterLayout& layout, const std::string& name,
                   std::size_t width, std::size_t heads);

    std::size_t W_Q() const { return first_; }  ///< its number in the layout
    std::size_t b_Q() const { return first_ + 1; }
    std::size_t W_KV() const { return first_ + 2; }
    std::size_t b_KV() const { return first_ + 3; }
    std::size_t W_O() const { return first_ + 4; }
    std::size_t b_O() const { return first_ + 5; }

    /// \brief W_O times the stacked outputs of the heads, plus b_O.
    /// \implements{cross-attention}
    ///
    /// Throws std::invalid_argument with the shapes unless both are `width` high
    /// and their columns whole sequences. Error for normal numbers: ≤ 24 ulp of the
    /// largest output.
    arma::Mat<T> forward(const ParameterLayout& layout,
                         std::span<const T> parameters, const arma::Mat<T>& X,
                         const arma::Mat<T>& source, std::size_t sequences,
                         CrossAttentionPass<T>& pass) const;

    /// \brief From dY, width × B U: adds to the gradient, and the slopes in the
    /// source to dsource; returns dX.
    ///
    /// Relative error in double: ≤ 1e-9, by \eqref{gradient-error}.
    arma::Mat<T> backward(const ParameterLayout& layout,
                          std::span<const T> parameters, const arma::Mat<T>& X,
                          const arma::Mat<T>& source, const arma::Mat<T>& dY,
                          const CrossAttentionPass<T>& pass, std::span<T> gradient,
                          arma::Mat<T>& dsource) const;

    /// \brief The weights of one head on one sequence, T × U, to look at.
    arma::Mat<T> weights(const CrossAttentionPass<T>& pass, std::size_t sequence,
                         std::size_t head) const;

private:
    /// \brief Queries, keys and values of a head on a sequence.
    struct Head {
        arma::Mat<T> Q, K, V;  // d × U, d × T, d × T
    };
    Head head_of(const CrossAttentionPass<T>& pass, std::size_t sequence,
                 std::size_t head) const;

    std::size_t width_, heads_, first_;
};
// [snip:cross-attention]

}  // namespace nn
