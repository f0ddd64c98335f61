/// \file
/// \brief Many neurons at once: a layer before its activation function.
#pragma once

#include <armadillo>
#include <string>

#include "nn/require.hpp"

namespace nn {

/// \brief Throws std::invalid_argument with all shapes unless W X + b can be
/// formed.
// [snip:require-affine]
inline void require_affine(const arma::mat& W, const arma::mat& X,
                           const arma::vec& b) {
    if (W.n_cols == X.n_rows && W.n_rows == b.n_elem) return;
    const auto shape = [](const arma::mat& matrix) {
        return std::to_string(matrix.n_rows) + " × " +
               std::to_string(matrix.n_cols);
    };
    require(false, "affine",
            "W is " + shape(W) + ", X is " + shape(X) + " and b has " +
                std::to_string(b.n_elem) +
                "; W needs a column for each row of X and a row for each of b");
}
// [snip:require-affine]

/// \brief W X + b, a row for each neuron and a column for each example.
/// \implements{layer}
///
/// Shapes: W is outputs × inputs, X inputs × examples, b outputs; the result is
/// outputs × examples. Throws as require_affine() does. Error: that of a weighted
/// sum of inputs and a bias, in whatever order it is added.
// [snip:affine]
inline arma::mat affine(const arma::mat& W, const arma::mat& X,
                        const arma::vec& b) {
    require_affine(W, X, b);
    arma::mat Z = W * X;  // outputs × examples
    Z.each_col() += b;
    return Z;
}
// [snip:affine]

}  // namespace nn
