/// \file
/// \brief A stream of vectors to which each part of a block adds.
#pragma once

#include <armadillo>
#include <cstddef>
#include <span>
#include <string>
#include <utility>

#include "dropout.hpp"
#include "layer_norm.hpp"

namespace nn {

/// \brief Where a block normalises: what goes into a part, what comes out of the
/// sum, or nothing.
// [snip:norm-placement]
enum class NormPlacement { before, after, nowhere };
// [snip:norm-placement]

/// \brief What a part of a block was given, for the way back.
// [snip:residual-pass]
template <class T>
struct ResidualPass {
    Dropout dropout;  ///< of what the part gives
    LayerNormPass<T> norm;
    arma::Mat<T> input;  ///< what the part was given, where it was not normalised
};
// [snip:residual-pass]

/// \brief X + f(norm(X)) for a part f; or norm(X + f(X)), or without either.
///
/// What f gives may be thinned by dropout. Sources: He et al. (2016) for the sum;
/// Vaswani et al. (2017) for norm(X + f(X)), Xiong et al. (2020) for the other
/// order.
// [snip:residual]
template <class T>
class Residual {
public:
    /// \brief `adds` is false where f(X) takes the place of X instead.
    Residual(ParameterLayout& layout, const std::string& name, std::size_t width,
             NormPlacement placement, bool adds)
        : norm_(layout, name, width), placement_(placement), adds_(adds) {}

    const LayerNorm<T>& norm() const { return norm_; }

    /// \brief The part is a function of its input, a matrix as X.
    /// \implements{residual}
    ///
    /// Throws as LayerNorm and the part do. Error for normal numbers, beside the
    /// part's own: ≤ 8 ulp of the largest result.
    template <class Part>
    void forward(const ParameterLayout& layout, std::span<const T> parameters,
                 arma::Mat<T>& X, ResidualPass<T>& pass, const Part& part) const;

    /// \brief From dX behind to dX before; `part_back` is given the slopes in what
    /// the part gave, and returns those in its input.
    ///
    /// Throws as LayerNorm and the part do.
    template <class PartBack>
    void backward(const ParameterLayout& layout, std::span<const T> parameters,
                  arma::Mat<T>& dX, const ResidualPass<T>& pass,
                  std::span<T> gradient, const PartBack& part_back) const;

    /// \brief What the part was given.
    const arma::Mat<T>& input(const ResidualPass<T>& pass) const {
        return placement_ == NormPlacement::before ? pass.norm.Y : pass.input;
    }

private:
    LayerNorm<T> norm_;
    NormPlacement placement_;
    bool adds_;
};
// [snip:residual]

// [snip:residual-forward]
template <class T>
template <class Part>
void Residual<T>::forward(const ParameterLayout& layout,
                          std::span<const T> parameters, arma::Mat<T>& X,
                          ResidualPass<T>& pass, const Part& part) const {
    // [snip:residual-there]
    if (placement_ == NormPlacement::before)
        norm_.forward(layout, parameters, X, pass.norm);
    else
        pass.input = X;
    arma::Mat<T> Y = part(input(pass));  // width × B T
    drop(pass.dropout, Y);
    if (adds_)
        X += Y;
    else
        X = std::move(Y);
    if (placement_ == NormPlacement::after) {
        norm_.forward(layout, parameters, X, pass.norm);
        X = pass.norm.Y;
    }
    // [snip:residual-there]
}
// [snip:residual-forward]

// [snip:residual-backward]
template <class T>
template <class PartBack>
void Residual<T>::backward(const ParameterLayout& layout,
                           std::span<const T> parameters, arma::Mat<T>& dX,
                           const ResidualPass<T>& pass, std::span<T> gradient,
                           const PartBack& part_back) const {
    // [snip:residual-back]
    if (placement_ == NormPlacement::after) {
        const arma::Mat<T> dY = dX;
        // forward: Y = norm(X)
        dX.zeros();
        norm_.backward(layout, parameters, dY, pass.norm, gradient, dX);
    }
    // forward: X += drop(part(input))
    arma::Mat<T> dY;  // width × B T; what drop() drops, it drops again
    if (pass.dropout.share > 0) dY = dX, drop(pass.dropout, dY);
    const arma::Mat<T> dinput = part_back(dY.is_empty() ? dX : dY);
    if (!adds_) dX.zeros();
    if (placement_ == NormPlacement::before)
        // forward: input = norm(X)
        norm_.backward(layout, parameters, dinput, pass.norm, gradient, dX);
    else
        dX += dinput;
    // [snip:residual-back]
}
// [snip:residual-backward]

}  // namespace nn
