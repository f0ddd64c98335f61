/// \file
/// \brief GELU: a unit that lets through what is large, smoothly.
#pragma once

#include <numbers>

#include "nn/recurrent_cell.hpp"

namespace nn {

/// \brief 2√(2/π) (x + 0.044715 x³): how open a unit is, as the logit of a gate.
// [snip:gelu-logit]
template <class T>
T gelu_logit(T x) {
    constexpr double steepness = 2 * std::numbers::sqrt2 * std::numbers::inv_sqrtpi;
    return T(steepness) * (x + T(0.044715) * x * x * x);
}
// [snip:gelu-logit]

/// \brief GELU in the form of GPT-2: x σ(2√(2/π) (x + 0.044715 x³)).
/// \implements{gelu}
///
/// As ½ (1 + tanh z) = σ(2z). Source: Hendrycks and Gimpel (2016), section 2.
/// Domain: finite numbers whose cube is. Error: ≤ 4 ulp of the larger of 1 and |x|.
// [snip:gelu]
template <class T>
T gelu(T x) {
    return x * gate(gelu_logit(x));
}
// [snip:gelu]

/// \brief Its slope.
/// \implements{gelu-gradient}
///
/// Domain: finite numbers whose cube is. Absolute error: ≤ 64 ulp of 1; what 1 − s
/// has lost is worth most, 86 times as much, at x = 7 in double.
// [snip:gelu-grad]
template <class T>
T gelu_grad(T x) {
    constexpr double steepness = 2 * std::numbers::sqrt2 * std::numbers::inv_sqrtpi;
    // forward: x σ(z), z = 2√(2/π) (x + 0.044715 x³)
    const T s = gate(gelu_logit(x));
    const T dz = T(steepness) * (1 + T(3 * 0.044715) * x * x);
    return s + x * s * (1 - s) * dz;
}
// [snip:gelu-grad]

}  // namespace nn
