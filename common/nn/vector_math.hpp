/// \file
/// \brief Sigmoid and log loss of float arrays, in loops that the compiler turns
/// into vector instructions.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <numbers>
#include <span>

namespace nn {

/// \brief Floats that a vector instruction takes at once, where vectors are
/// longest.
// [snip:float-bits]
inline constexpr std::size_t vector_lanes = 16;

/// \brief The float that is stored as these bits.
inline float float_of_bits(std::uint32_t bits) {
    float x;
    std::memcpy(&x, &bits, sizeof x);
    return x;
}

/// \brief The bits that a float is stored as.
inline std::uint32_t bits_of_float(float x) {
    std::uint32_t bits;
    std::memcpy(&bits, &x, sizeof x);
    return bits;
}
// [snip:float-bits]

/// \brief a b + c: one rounding where the processor has an instruction for it,
/// elsewhere two.
// [snip:multiply-add]
inline float multiply_add(float a, float b, float c) {
#if defined(__FMA__) || defined(__aarch64__)
    return std::fma(a, b, c);
#else
    return a * b + c;  // without the instruction std::fma is a slow call
#endif
}
// [snip:multiply-add]

/// \brief A polynomial in x, its coefficients from the highest power down.
// [snip:horner]
template <class... Lower>
float horner(float x, float sum, Lower... coefficients) {
    ((sum = multiply_add(sum, x, coefficients)), ...);
    return sum;
}
// [snip:horner]

/// \brief e^z for z ≤ 0, without a branch or a call.
/// \implements{exp-reduction}
///
/// e^z = 2ᵏ eʳ with k = round(z / ln 2) and r = z − k ln 2, so that |r| ≤ ln 2 / 2
/// and Taylor's series is cut at r⁷: what is left out is below 6·10⁻⁹ of the value.
/// Domain: z ≤ 0, infinity included; NaN gives NaN. Range: [0, 1]; subnormals are
/// right, and below z = −104 the result is 0. Error: ≤ 1.25 ulp.
// [snip:exp-reduction]
inline float exp_nonpositive(float z) {
    // Floats as large as the rounder are 1 apart; an exponent is stored plus 127.
    constexpr float rounder = 0x1.8p23F + 2 * 127;
    constexpr float ln2 = 355.0F / 512;  // few bits: k ln2 is exact
    constexpr float ln2_rest = static_cast<float>(std::numbers::ln2 - ln2);
    z = std::max(z, -104.0F);  // e⁻¹⁰⁴ rounds to 0
    const float sum = multiply_add(z, std::numbers::log2e_v<float>, rounder);
    const float k = sum - rounder;
    const float r = multiply_add(k, -ln2_rest, multiply_add(k, -ln2, z));
    const float e = horner(r, 1.0F / 5040, 1.0F / 720, 1.0F / 120, 1.0F / 24,
                           1.0F / 6, 0.5F, 1.0F, 1.0F);
    const std::uint32_t both = bits_of_float(sum);  // its last bits: k + 254
    const std::uint32_t half = both / 2;            // 2ᵏ alone may be too small
    return e * float_of_bits(half << 23) * float_of_bits((both - half) << 23);
}
// [snip:exp-reduction]

/// \brief log(1 + u) for 0 ≤ u ≤ 1.
/// \implements{log1p-series}
///
/// log(1 + u) = 2 (s + s³/3 + s⁵/5 + …) with s = u / (2 + u) ≤ 1/3; the series is
/// cut at s¹⁵/15, and what is left out is below 2·10⁻⁹ of the value. NaN gives NaN.
/// Error: ≤ 2 ulp.
// [snip:log1p-series]
inline float log1p_series(float u) {
    const float s2 = 2 * u / (2 + u);  // 2 s, as half a subnormal may be none
    const float square = s2 * s2 / 4;
    const float tail = horner(square, 1.0F / 15, 1.0F / 13, 1.0F / 11, 1.0F / 9,
                              1.0F / 7, 1.0F / 5, 1.0F / 3);
    return multiply_add(s2 * square, tail, s2);
}
// [snip:log1p-series]

/// \brief \eqref{sigmoid} in float, without a branch or a call.
///
/// Domain: every number; ±∞ gives 1 and 0, NaN gives NaN. Range: [0, 1]; subnormal
/// below −87.3 and 0 below −103.97. Error: ≤ 2 ulp.
// [snip:fast-sigmoid]
inline float fast_sigmoid(float z) {
    const float e = exp_nonpositive(-std::fabs(z));
    const float small = e / (1 + e);        // σ(−|z|), within 2.5 ulp
    const float top = z < 0 ? e : 1.0F;     // the result is top / (1 + e),
    return multiply_add(-top, small, top);  // which is top (1 − small)
}
// [snip:fast-sigmoid]

/// \brief The hyperbolic tangent in float, without a branch or a call.
/// \implements{fast-tanh}
///
/// tanh z = ±(1 − u) / (1 + u) with u = e^(−2|z|) and the sign of z. Domain: every
/// number; ±∞ gives ±1, NaN gives NaN. Range: [−1, 1]. Absolute error: ≤ 2 ulp of
/// ½; near 0 the difference 1 − u has lost the last digits of z.
// [snip:fast-tanh]
inline float fast_tanh(float z) {
    const float u = exp_nonpositive(-2 * std::fabs(z));
    return std::copysign((1 - u) / (1 + u), z);
}
// [snip:fast-tanh]

/// \brief \eqref{log-loss-from-logit} in float, where y is 0 or 1: a softplus.
///
/// Domain: every number; infinite only for an infinite z, NaN gives NaN. On the
/// right side it is subnormal where |z| > 87.3 and 0 where |z| > 103.97. Error: ≤ 3
/// ulp.
// [snip:fast-log-loss]
inline float fast_log_loss_from_logit(float z, float y) {
    const float wrong = y > 0 ? -z : z;  // how far z is on the wrong side
    return std::max(wrong, 0.0F) + log1p_series(exp_nonpositive(-std::fabs(z)));
}
// [snip:fast-log-loss]

/// \brief The sigmoid of each number of an array: p_i = σ(z_i).
///
/// Each as fast_sigmoid(); the same bytes at any number of threads. p may be z
/// itself, but two arrays are faster. Throws std::invalid_argument if the lengths
/// differ or `threads` is 0.
// [snip:array-functions]
void sigmoid(std::span<const float> z, std::span<float> p, unsigned threads);

/// \brief The mean of log_loss_from_logit() over an array of logits and of labels.
///
/// The losses are floats, their sums doubles, added up in an order that does not
/// depend on the number of threads. Relative error: ≤ 4e-7, as 3 ulp of float are
/// at most 3.6e-7. Throws std::invalid_argument if there is no logit, if the
/// lengths differ, if a label is neither 0 nor 1, or if `threads` is 0.
double mean_log_loss_from_logits(std::span<const float> z, std::span<const float> y,
                                 unsigned threads);
// [snip:array-functions]

}  // namespace nn
