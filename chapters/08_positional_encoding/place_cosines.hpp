/// \file
/// \brief How alike the vectors of two places are, by the distance between them.
#pragma once

#include <armadillo>

#include "nn/require.hpp"

namespace nn {

/// \brief Number k: the mean cosine of two columns of P that are k apart.
/// \implements{place-cosine}
///
/// P is d × T, the result T long. Throws std::invalid_argument if there is no
/// column or one is all 0, which has no direction. Absolute error: ≤ 1e-13 for T up
/// to 512.
// [snip:place-cosine]
inline arma::vec cosines_by_distance(const arma::mat& P) {
    require(!P.is_empty() && arma::all(arma::any(P, 0)), "cosines_by_distance",
            "a place without a vector, or no place; give places whose vectors are "
            "not all 0");
    const arma::mat U = arma::normalise(P);  // d × T, columns of length 1
    const arma::mat cosines = U.t() * U;     // T × T
    arma::vec means(P.n_cols);
    for (arma::uword k = 0; k < P.n_cols; ++k)
        means[k] = arma::mean(cosines.diag(arma::sword(k)));
    return means;
}
// [snip:place-cosine]

}  // namespace nn
