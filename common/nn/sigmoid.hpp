/// \file
/// \brief The logistic sigmoid and its relatives, exact over the whole range.
#pragma once

#include <algorithm>
#include <cmath>

namespace nn {

/// \brief The logistic sigmoid: a number of any size becomes a probability.
/// \implements{sigmoid}
///
/// T is float, double or a type of Boost.Multiprecision. Domain: every number; ±∞
/// gives 1 and 0, NaN gives NaN. Range: [0, 1]; for double, subnormal below −708.4
/// and 0 below −745.14. Error: ≤ 2 ulp.
// [snip:sigmoid]
template <class T>
T sigmoid(T z) {
    using std::exp;
    if (z >= 0) return 1 / (1 + exp(-z));  // e^−z ≤ 1: nothing overflows
    const T e = exp(z);                    // e^z < 1: nothing here either
    const T p = e / (1 + e);               // p up to the rounding of 1 + e
    return e - e * p;                      // p, as p (1 + e) = e
}
// [snip:sigmoid]

/// \brief The logit: the logarithm of the odds, and the inverse of \eqref{sigmoid}.
/// \implements{logit}
///
/// Domain: [0, 1]; 0 and 1 give −∞ and ∞, outside NaN. Absolute error: ≤ 4 ulp of
/// the larger of 1 and |logit(p)|, as log p and log(1 − p) cancel near p = ½.
// [snip:logit]
template <class T>
T logit(T p) {
    using std::log;
    using std::log1p;
    return log(p) - log1p(-p);
}
// [snip:logit]

/// \brief Softplus: log(1 + e^z), the smooth brother of max(0, z).
/// \implements{softplus}
///
/// Domain: every number; NaN gives NaN. Range: [0, ∞); for double, subnormal below
/// −708.4 and 0 below −745.14. Error: ≤ 2 ulp.
// [snip:softplus]
template <class T>
T softplus(T z) {
    using std::abs;
    using std::exp;
    using std::log1p;
    using std::max;
    return max(z, T(0)) + log1p(exp(T(-abs(z))));
}
// [snip:softplus]

/// \brief The slope of the sigmoid, from its output p = σ(z).
/// \implements{sigmoid-slope}
///
/// Domain: [0, 1]. Error: ≤ 1.5 ulp of the formula in p.
// [snip:sigmoid-slope]
template <class T>
T sigmoid_grad_from_output(T p) {
    return p * (1 - p);
}
// [snip:sigmoid-slope]

}  // namespace nn
