/// \file
/// \brief Is this gradient right? Asked of differences in 50 digits.
#pragma once

#include <algorithm>
#include <boost/multiprecision/cpp_bin_float.hpp>
#include <cmath>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "nn/difference.hpp"
#include "nn/require.hpp"

namespace nn {

/// \brief A number of 50 decimal digits. Every double and every float is exact in
/// it.
// [snip:gradient-check-type]
using Real50 = boost::multiprecision::cpp_bin_float_50;

/// \brief The worst slope of a gradient.
struct GradientCheck {
    double worst = 0.0;         ///< its error, by \eqref{gradient-error}
    std::size_t parameter = 0;  ///< where that is
    double given = 0.0;         ///< the gradient there, as given
    double exact = 0.0;         ///< and by differences
};
// [snip:gradient-check-type]

/// \brief The slope of the loss along one parameter, by \eqref{central-difference}.
// [snip:slope-along]
template <class Loss>
Real50 slope_along(const Loss& loss, std::vector<Real50>& at,
                   std::size_t parameter) {
    const Real50 here = at[parameter];
    const auto moved = [&](const Real50& value) {
        at[parameter] = value;
        return loss(std::span<const Real50>(at));
    };
    const Real50 step = Real50("1e-15") * std::max(Real50(1), Real50(abs(here)));
    const Real50 slope = central_difference(moved, here, step);
    at[parameter] = here;
    return slope;
}
// [snip:slope-along]

/// \brief The error of one slope, relative to its size, or to 1e-8 of the largest
/// one.
/// \implements{gradient-error}
///
/// Error: ≤ 1 ulp.
// [snip:gradient-error]
inline double gradient_error(double given, const Real50& exact,
                             const Real50& largest) {
    const Real50 size = std::max(Real50(abs(exact)), Real50(largest / 100000000));
    if (size == 0) return given == 0.0 ? 0.0 : std::abs(given);
    return static_cast<double>(abs(given - exact) / size);
}
// [snip:gradient-error]

/// \brief Compares a gradient with central differences of the loss in 50 digits.
///
/// `loss` takes std::span<const Real50>, as many as there are parameters, and
/// returns a Real50. The step is 1e-15 of the parameter's size, or of 1 if that is
/// more: 30 digits of the slope are right, so that all of the measured error is the
/// gradient's own. The error is that of \eqref{gradient-error}. At a kink the
/// difference gives the mean of the slopes on the two sides: check on both sides of
/// it instead. Throws std::invalid_argument for an empty gradient, another length
/// of it, and a slope that is not finite.
// [snip:check-gradient]
template <class Loss>
GradientCheck check_gradient(const Loss& loss, std::span<const double> parameters,
                             std::span<const double> gradient) {
    require(parameters.size() == gradient.size() && !gradient.empty(),
            "check_gradient",
            std::to_string(parameters.size()) + " parameters and a gradient of " +
                std::to_string(gradient.size()) + "; the lengths must agree");
    std::vector<Real50> at(parameters.begin(), parameters.end()), exact(at.size());
    Real50 largest = 0;
    for (std::size_t i = 0; i < at.size(); ++i) {
        exact[i] = slope_along(loss, at, i);
        require(
            isfinite(exact[i]) && std::isfinite(gradient[i]), "check_gradient",
            "the slope along parameter " + std::to_string(i) + " is not finite");
        largest = std::max(largest, Real50(abs(exact[i])));
    }
    GradientCheck check;
    for (std::size_t i = 0; i < at.size(); ++i) {
        const double error = gradient_error(gradient[i], exact[i], largest);
        if (error <= check.worst && i > 0) continue;
        check = {error, i, gradient[i], exact[i].template convert_to<double>()};
    }
    return check;
}
// [snip:check-gradient]

}  // namespace nn
