#include "nn/principal_components.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "nn/require.hpp"

namespace nn {

namespace {

// [snip:signs]
/// \brief Turns each axis so that its largest number is positive.
void fix_signs(arma::mat& axes) {
    for (arma::uword j = 0; j < axes.n_cols; ++j)
        if (axes(arma::abs(axes.col(j)).index_max(), j) < 0.0) axes.col(j) *= -1.0;
}
// [snip:signs]

}  // namespace

// [snip:principal-components]
PrincipalComponents principal_components(const arma::mat& X, arma::uword k) {
    require(k >= 1 && k <= std::min(X.n_rows, X.n_cols), "principal_components",
            std::to_string(k) + " axes of " + std::to_string(X.n_cols) +
                " points with " + std::to_string(X.n_rows) +
                " numbers each; at least 1, at most the smaller of the two");
    require(X.is_finite(), "principal_components",
            "a number is NaN or infinite; was the learning rate too large?");
    const arma::vec mean = arma::mean(X, 1);        // d
    const arma::mat centred = X.each_col() - mean;  // d × n
    arma::mat U, V;
    arma::vec s;
    if (!arma::svd_econ(U, s, V, centred, "left"))
        throw std::runtime_error("principal_components: LAPACK found no axes");
    arma::mat axes = U.head_cols(k);  // d × k
    fix_signs(axes);
    const arma::vec variance = arma::square(s) / static_cast<double>(X.n_cols);
    return {mean, axes, variance.head(k), arma::accu(variance)};
}
// [snip:principal-components]

// [snip:coordinates]
arma::mat coordinates(const PrincipalComponents& components, const arma::mat& X) {
    require(X.n_rows == components.mean.n_elem, "coordinates",
            "points of " + std::to_string(X.n_rows) + " numbers and axes of " +
                std::to_string(components.mean.n_elem) + "; both must agree");
    return components.axes.t() * (X.each_col() - components.mean);  // k × n
}
// [snip:coordinates]

}  // namespace nn
