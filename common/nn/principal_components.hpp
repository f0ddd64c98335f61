/// \file
/// \brief The directions in which points vary most.
#pragma once

#include <armadillo>

namespace nn {

/// \brief Where points lie, and along which axes they are spread out.
// [snip:principal-components-declared]
struct PrincipalComponents {
    arma::vec mean;         // d
    arma::mat axes;         // d × k, orthogonal, each of length 1
    arma::vec variance;     // k: along each axis, the largest first
    double total_variance;  ///< along all d axes
};

/// \brief The k axes along which the columns of X vary most, by the singular values
/// of X less its mean.
///
/// The largest number of each axis, by its size, is positive, as the sign is
/// otherwise open. Variances are divided by n, not n − 1. Throws
/// std::invalid_argument unless 1 ≤ k ≤ min(d, n) and all numbers are finite.
PrincipalComponents principal_components(const arma::mat& X, arma::uword k);

/// \brief The points in the coordinates of the axes: k × n.
/// \implements{principal-components}
///
/// Throws std::invalid_argument unless X has a row for each row of the axes.
/// Absolute error: ≤ 1e-12 of the longest point.
arma::mat coordinates(const PrincipalComponents& components, const arma::mat& X);
// [snip:principal-components-declared]

}  // namespace nn
