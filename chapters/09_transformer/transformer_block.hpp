/// \file
/// \brief A block of the transformer: tokens look at each other, then each thinks
/// for itself.
#pragma once

#include <armadillo>
#include <cstddef>
#include <span>
#include <string>

#include "feed_forward.hpp"
#include "nn/multi_head.hpp"
#include "residual.hpp"

namespace nn {

/// \brief A block, and what of it may be left out to see what it was for.
// [snip:block-shape]
struct BlockShape {
    MultiHeadShape attention{};
    NormPlacement norm = NormPlacement::before;
    bool residual = true;      ///< parts add to the stream
    bool feed_forward = true;  ///< with four times as many units as the width
};
// [snip:block-shape]

/// \brief What a block computed over a batch, for the way back.
// [snip:block-pass]
template <class T>
struct BlockPass {
    ResidualPass<T> residual_1, residual_2;
    MultiHeadPass<T> attention;
    FeedForwardPass<T> feed_forward;
};
// [snip:block-pass]

/// \brief X + attention(norm(X)), and then X + feed-forward(norm(X)).
///
/// X is width × B T; column s T + t is token t of sequence s. Sources: Vaswani et
/// al. (2017), section 3.1; Radford et al. (2019) for the order.
// [snip:transformer-block]
template <class T>
class TransformerBlock {
public:
    /// \brief Adds the matrices of its parts to the layout, all under `name`.
    ///
    /// Throws std::invalid_argument unless the heads divide the width.
    TransformerBlock(ParameterLayout& layout, const std::string& name,
                     const BlockShape& shape);

    const MultiHead<T>& attention() const { return attention_; }
    const FeedForward<T>& feed_forward() const { return feed_forward_; }

    /// \brief From X before the block to X behind it.
    /// \implements{transformer-block}
    ///
    /// Throws std::invalid_argument if X is not `width` high or its columns are not
    /// whole sequences. Error for normal numbers: ≤ 64 ulp of the largest result.
    void forward(const ParameterLayout& layout, std::span<const T> parameters,
                 arma::Mat<T>& X, std::size_t sequences, BlockPass<T>& pass) const;

    /// \brief The same with another way for tokens to look at each other:
    /// `attend` is a function of norm(X).
    template <class Attend>
    void forward_with(const Attend& attend, const ParameterLayout& layout,
                      std::span<const T> parameters, arma::Mat<T>& X,
                      BlockPass<T>& pass) const;

    /// \brief From dX behind the block to dX before it; adds to the gradient.
    ///
    /// Throws std::invalid_argument if dX is not of the shape of X. Relative error
    /// in double: ≤ 1e-9, by \eqref{gradient-error}.
    void backward(const ParameterLayout& layout, std::span<const T> parameters,
                  arma::Mat<T>& dX, const BlockPass<T>& pass,
                  std::span<T> gradient) const;

private:
    Residual<T> residual_1_;
    MultiHead<T> attention_;
    Residual<T> residual_2_;
    FeedForward<T> feed_forward_;
    bool thinks_;
};
// [snip:transformer-block]

// [snip:block-forward]
template <class T>
template <class Attend>
void TransformerBlock<T>::forward_with(const Attend& attend,
                                       const ParameterLayout& layout,
                                       std::span<const T> parameters,
                                       arma::Mat<T>& X, BlockPass<T>& pass) const {
    // X = X + attention(norm(X)): what is there to know, from other tokens?
    residual_1_.forward(layout, parameters, X, pass.residual_1, attend);
    if (!thinks_) return;
    // X = X + feed_forward(norm(X)): and what follows from it?
    residual_2_.forward(
        layout, parameters, X, pass.residual_2, [&](const arma::Mat<T>& N) {
            return feed_forward_.forward(layout, parameters, N, pass.feed_forward);
        });
}
// [snip:block-forward]

}  // namespace nn
