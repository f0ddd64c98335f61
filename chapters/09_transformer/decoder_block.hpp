/// \file
/// \brief A block of a decoder: it also looks at what was read.
#pragma once

#include <armadillo>
#include <cstddef>
#include <span>
#include <string>

#include "cross_attention.hpp"
#include "transformer_block.hpp"

namespace nn {

/// \brief What a block of a decoder computed over a batch, for the way back.
// [snip:decoder-block-pass]
template <class T>
struct DecoderBlockPass {
    ResidualPass<T> residual_1, residual_2, residual_3;
    MultiHeadPass<T> attention;
    CrossAttentionPass<T> cross;
    FeedForwardPass<T> feed_forward;
};
// [snip:decoder-block-pass]

/// \brief Self-attention, attention to the source, feed-forward, each around the
/// residual stream.
///
/// X is width × B U, the source width × B T. Source: Vaswani et al. (2017), section
/// 3.1.
// [snip:decoder-block]
template <class T>
class DecoderBlock {
public:
    /// \brief Adds the matrices of its parts to the layout, all under `name`.
    DecoderBlock(ParameterLayout& layout, const std::string& name,
                 const MultiHeadShape& shape, NormPlacement norm);

    const CrossAttention<T>& cross() const { return cross_; }

    /// \brief X becomes what comes behind the block.
    /// \implements{decoder-block}
    ///
    /// Error for normal numbers, with norms: ≤ 32 ulp of the largest output.
    void forward(const ParameterLayout& layout, std::span<const T> parameters,
                 arma::Mat<T>& X, const arma::Mat<T>& source, std::size_t sequences,
                 DecoderBlockPass<T>& pass) const;

    /// \brief From dX behind the block to dX before it; adds to the gradient, and
    /// the slopes in the source to dsource.
    void backward(const ParameterLayout& layout, std::span<const T> parameters,
                  arma::Mat<T>& dX, const arma::Mat<T>& source,
                  const DecoderBlockPass<T>& pass, std::span<T> gradient,
                  arma::Mat<T>& dsource) const;

private:
    Residual<T> residual_1_;
    MultiHead<T> attention_;
    Residual<T> residual_2_;
    CrossAttention<T> cross_;
    Residual<T> residual_3_;
    FeedForward<T> feed_forward_;
};
// [snip:decoder-block]

}  // namespace nn
