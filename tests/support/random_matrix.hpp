/// \file
/// \brief Matrices that mean nothing.
#pragma once

#include <armadillo>

#include "nn/rng.hpp"

/// \brief Normal numbers.
template <class T>
arma::Mat<T> random_matrix(arma::uword rows, arma::uword columns, nn::Rng& rng) {
    arma::Mat<T> matrix(rows, columns);
    for (T& x : matrix) x = static_cast<T>(rng.normal());
    return matrix;
}
