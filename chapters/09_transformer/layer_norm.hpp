/// \file
/// \brief Layer normalisation: each token's vector is brought to mean 0 and
/// variance 1.
#pragma once

#include <armadillo>
#include <cstddef>
#include <span>
#include <string>

#include "nn/parameters.hpp"

namespace nn {

/// \brief What layer normalisation computed, for the way back.
// [snip:layer-norm-pass]
template <class T>
struct LayerNormPass {
    arma::Mat<T> normal;  ///< n × columns: mean 0, variance 1 in each column
    arma::Row<T> scale;   ///< 1 × columns: 1 / √(variance + ε)
    arma::Mat<T> Y;       ///< n × columns: the result
};
// [snip:layer-norm-pass]

/// \brief Each column less its mean, by its spread, times a gain, plus a bias.
///
/// Source: Ba, Kiros and Hinton (2016), section 3.
// [snip:layer-norm]
template <class T>
class LayerNorm {
public:
    static constexpr double epsilon = 1e-5;  ///< as in GPT-2; keeps from 0 / 0

    /// \brief Adds `name`.gain and `name`.bias, width × 1, to the layout.
    ///
    /// Throws std::invalid_argument for a width of 0.
    LayerNorm(ParameterLayout& layout, const std::string& name, std::size_t width);

    std::size_t gain() const { return gain_; }  ///< its number in the layout
    std::size_t bias() const { return gain_ + 1; }

    /// \brief From X, width × columns, to pass.Y of the same shape.
    /// \implements{layer-norm}
    ///
    /// Domain: finite numbers whose squares are. Throws std::invalid_argument for
    /// another height of X. Error for normal numbers: ≤ 4 ulp of the largest
    /// result, where no number is beyond 4 times the spread of its column. A column
    /// further from 0 loses digits of the difference.
    void forward(const ParameterLayout& layout, std::span<const T> parameters,
                 const arma::Mat<T>& X, LayerNormPass<T>& pass) const;

    /// \brief From dY: adds to the gradient, and the slopes in X to dX.
    /// \implements{layer-norm-gradient}
    ///
    /// Throws std::invalid_argument unless dY, dX and the pass are of one shape.
    /// Relative error in double: ≤ 1e-9, by \eqref{gradient-error}.
    void backward(const ParameterLayout& layout, std::span<const T> parameters,
                  const arma::Mat<T>& dY, const LayerNormPass<T>& pass,
                  std::span<T> gradient, arma::Mat<T>& dX) const;

private:
    std::size_t gain_;
};
// [snip:layer-norm]

}  // namespace nn
