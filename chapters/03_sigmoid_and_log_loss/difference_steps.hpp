/// \file
/// \brief How far apart the two values of a difference should be taken.
#pragma once

#include <cmath>

namespace nn {

/// \brief The best step of a one-sided difference, where both of its errors are
/// equal.
/// \implements{best-forward-step}
///
/// `epsilon` is the relative error of one value of f; f and its second derivative
/// f2 are taken at the place, f2 not 0. Error: ≤ 2 ulp.
// [snip:best-steps]
inline double best_forward_step(double epsilon, double f, double f2) {
    return 2.0 * std::sqrt(epsilon * std::abs(f / f2));
}

/// \brief The best step of a central difference.
/// \implements{best-central-step}
///
/// As above, with the third derivative f3, not 0. Error: ≤ 3 ulp.
inline double best_central_step(double epsilon, double f, double f3) {
    return std::cbrt(3.0 * epsilon * std::abs(f / f3));
}
// [snip:best-steps]

}  // namespace nn
