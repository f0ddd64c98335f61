/// \file
/// \brief Tokens at random, for experiments that need no meaning.
#pragma once

#include <armadillo>

#include "nn/rng.hpp"

namespace nn {

/// \brief Standard normal numbers, drawn column by column.
// [snip:random-matrix]
inline arma::mat random_matrix(arma::uword rows, arma::uword columns, Rng& rng) {
    arma::mat matrix(rows, columns);  // rows × columns
    rng.fill_normal({matrix.memptr(), matrix.n_elem});
    return matrix;
}
// [snip:random-matrix]

}  // namespace nn
