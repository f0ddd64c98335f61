/// \file
/// \brief What a network's weights are before it has learnt anything.
#pragma once

#include <armadillo>
#include <cmath>
#include <cstddef>
#include <span>
#include <string>

#include "nn/require.hpp"
#include "nn/rng.hpp"

namespace nn {

/// \brief Uniform numbers between −bound and bound.
// [snip:fill-uniform]
template <class T>
void fill_uniform(std::span<T> weights, double bound, Rng& rng) {
    for (T& weight : weights) weight = static_cast<T>(rng.uniform(-bound, bound));
}
// [snip:fill-uniform]

/// \brief A random matrix whose columns are orthogonal and of length 1.
///
/// Q of the decomposition Q R of normal numbers, with the signs that make the
/// diagonal of R positive: then each such matrix is as likely as any other
/// (Mezzadri, 2007). Error of QᵀQ: ≤ 1e-13.
// [snip:orthogonal]
inline arma::mat orthogonal_matrix(std::size_t n, Rng& rng) {
    require(n > 0, "orthogonal_matrix", "0 rows; give at least 1");
    arma::mat normal(n, n), Q, R;  // n × n
    rng.fill_normal({normal.memptr(), normal.n_elem});
    arma::qr(Q, R, normal);
    for (std::size_t j = 0; j < n; ++j)
        if (R(j, j) < 0) Q.col(j) *= -1;
    return Q;
}
// [snip:orthogonal]

/// \brief The largest absolute value of an eigenvalue.
/// \implements{spectral-radius}
///
/// Throws std::invalid_argument unless W is square with finite numbers. Relative
/// error: ≤ 1e-10 where the eigenvalues are apart.
// [snip:spectral-radius]
inline double spectral_radius(const arma::mat& W) {
    require(W.is_square() && !W.is_empty() && W.is_finite(), "spectral_radius",
            "W is " + std::to_string(W.n_rows) + " × " + std::to_string(W.n_cols) +
                "; give a square matrix of finite numbers");
    return arma::abs(arma::eig_gen(W)).max();
}
// [snip:spectral-radius]

}  // namespace nn
