/// \file
/// \brief What is read off a model's states, and its loss.
#pragma once

#include <armadillo>
#include <cstddef>
#include <span>
#include <string>

#include "nn/parameters.hpp"
#include "nn/tokens.hpp"

namespace nn {

/// \brief A layer whose scores go through softmax() to the cross-entropy.
// [snip:softmax-readout]
class SoftmaxReadout {
public:
    /// \brief Adds `name`.W and `name`.b to the layout.
    SoftmaxReadout(ParameterLayout& layout, const std::string& name,
                   std::size_t inputs, std::size_t classes);

    std::size_t W() const { return W_; }  ///< its number in the layout
    std::size_t b() const { return W_ + 1; }

    /// \brief The scores of each class, classes × columns of H.
    arma::fmat scores(const ParameterLayout& layout,
                      std::span<const float> parameters, const arma::fmat& H) const;

    /// \brief The sum of the cross-entropies, in nats, where column i should say
    /// right[i]; times `weight` its slopes, in H to dH and in W and b added to the
    /// gradient.
    ///
    /// Throws std::invalid_argument for another number of answers than of columns
    /// and for a class that there is not.
    double loss(const ParameterLayout& layout, std::span<const float> parameters,
                const arma::fmat& H, std::span<const Token> right, float weight,
                arma::fmat& dH, std::span<float> gradient) const;

private:
    std::size_t W_;
};
// [snip:softmax-readout]

}  // namespace nn
