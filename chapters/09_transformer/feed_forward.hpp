/// \file
/// \brief The feed-forward part of a block: a network of two layers, at each token
/// by itself.
#pragma once

#include <armadillo>
#include <cstddef>
#include <span>
#include <string>

#include "nn/parameters.hpp"

namespace nn {

/// \brief What the layers computed, for the way back.
// [snip:feed-forward-pass]
template <class T>
struct FeedForwardPass {
    arma::Mat<T> sums, hidden;  ///< hidden × columns: before GELU and after it
};
// [snip:feed-forward-pass]

/// \brief Y = W_2 gelu(W_1 X + b_1) + b_2.
///
/// Source: Vaswani et al. (2017), section 3.3, with GELU in the place of ReLU.
// [snip:feed-forward]
template <class T>
class FeedForward {
public:
    /// \brief Adds `name`.W_1, b_1, W_2 and b_2 to the layout.
    ///
    /// Throws std::invalid_argument for a width of 0 or no hidden unit.
    FeedForward(ParameterLayout& layout, const std::string& name, std::size_t width,
                std::size_t hidden);

    std::size_t W_1() const { return first_; }  ///< its number in the layout
    std::size_t b_1() const { return first_ + 1; }
    std::size_t W_2() const { return first_ + 2; }
    std::size_t b_2() const { return first_ + 3; }

    /// \brief From X, width × columns, to a matrix of the same shape.
    /// \implements{feed-forward}
    ///
    /// Throws std::invalid_argument for another height of X. Error for normal
    /// numbers: ≤ 16 ulp of the largest result.
    arma::Mat<T> forward(const ParameterLayout& layout,
                         std::span<const T> parameters, const arma::Mat<T>& X,
                         FeedForwardPass<T>& pass) const;

    /// \brief From dY: adds to the gradient, returns dX.
    ///
    /// Throws std::invalid_argument unless X, dY and the pass belong together.
    /// Relative error in double: ≤ 1e-9, by \eqref{gradient-error}.
    arma::Mat<T> backward(const ParameterLayout& layout,
                          std::span<const T> parameters, const arma::Mat<T>& X,
                          const arma::Mat<T>& dY, const FeedForwardPass<T>& pass,
                          std::span<T> gradient) const;

private:
    std::size_t first_;
};
// [snip:feed-forward]

}  // namespace nn
