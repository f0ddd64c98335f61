/// \file
/// \brief Step and linear: what the simplest neurons make of their sums.
#pragma once

namespace nn {

/// \brief Yes or no: 1 from zero on, 0 below.
/// \implements{step}
///
/// NaN gives 0. Error: 0 ulp.
// [snip:activations]
template <class T>
T step(T z) {
    return z >= T{0} ? T{1} : T{0};
}

/// \brief The sum as it is.
/// \implements{linear}
///
/// Error: 0 ulp.
template <class T>
T linear(T z) {
    return z;
}
// [snip:activations]

}  // namespace nn
