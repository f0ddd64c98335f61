/// \file
/// \brief Many neurons at once: a layer before its activation function.
#pragma once

#include <armadillo>
#include <string>

#include "nn/require.hpp"

namespace nn {

/// \brief W X + b, a row for each neuron and a column for each example.
/// \implements{layer}
///
/// Shapes: W is outputs × inputs, X inputs × examples, b outputs; the result is
/// outputs × examples. Throws std::invalid_argument with all shapes if they do not
/// fit. Error: that of the sum of inputs + 1 terms, in whatever order it is added.
// [snip:affine]
inline arma::mat affine(const arma::mat& W, const arma::mat& X, const arma::vec& b) {
    const auto shape = [](arma::uword rows, arma::uword columns) {
        return std::to_string(rows) + " × " + std::to_string(columns);
    };
    require(W.n_cols == X.n_rows && W.n_rows == b.n_elem, "affine",
            "W is " + shape(W.n_rows, W.n_cols) + ", X is " +
                shape(X.n_rows, X.n_cols) + " and b has " +
                std::to_string(b.n_elem) +
                "; W needs a column for each row of X and a row for each of b");
    arma::mat Z = W * X;  // outputs × examples
    Z.each_col() += b;
    return Z;
}
// [snip:affine]

}  // namespace nn
