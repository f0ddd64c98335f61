/// \file
/// \brief What sinusoids make of a distance: a rotation, and a product.
#pragma once

#include <armadillo>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <span>
#include <string>

#include "nn/positional_encoding.hpp"
#include "nn/require.hpp"

namespace nn {

/// \brief Tokens that a clock takes for a whole turn.
/// \implements{wavelength}
///
/// 2π / ω_k. Throws as clock_speed(). Error: ≤ 7 ulp.
// [snip:wavelength]
inline double clock_wavelength(std::size_t pair, std::size_t d) {
    return 2 * std::numbers::pi / clock_speed<double>(pair, d);
}
// [snip:wavelength]

/// \brief Half of a vector's numbers, if there is nothing left over.
// [snip:whole-clocks]
inline std::size_t whole_clocks(std::size_t d, const char* who) {
    require(d > 0 && d % 2 == 0, who,
            std::to_string(d) +
                " numbers; give an even number, for a last sine without its cosine "
                "cannot be turned");
    return d / 2;
}
// [snip:whole-clocks]

/// \brief The matrix that makes PE(p + k) of PE(p), whatever p is: d × d.
/// \implements{position-rotation}
///
/// Throws std::invalid_argument for an odd d. Absolute error: ≤ 2e-10 for
/// |distance| up to 10⁶.
// [snip:position-rotation]
inline arma::mat position_rotation(double distance, std::size_t d) {
    arma::mat R(d, d, arma::fill::zeros);  // d × d
    for (std::size_t i = 0; i < whole_clocks(d, "position_rotation"); ++i) {
        const double angle = distance * clock_speed<double>(i, d);
        R(2 * i, 2 * i) = R(2 * i + 1, 2 * i + 1) = std::cos(angle);
        R(2 * i, 2 * i + 1) = std::sin(angle);
        R(2 * i + 1, 2 * i) = -std::sin(angle);
    }
    return R;
}
// [snip:position-rotation]

/// \brief PE(p) · PE(p + k), which is the same for all p.
/// \implements{position-product}
///
/// Throws std::invalid_argument for an odd d. Absolute error in double: ≤ 1e-11 for
/// |distance| up to 1000 and d up to 1024.
// [snip:position-product]
template <class T>
T position_product(const T& distance, std::size_t d) {
    using std::cos;
    T sum = 0;
    for (std::size_t k = 0; k < whole_clocks(d, "position_product"); ++k)
        sum += cos(T(distance * clock_speed<T>(k, d)));
    return sum;
}
// [snip:position-product]

/// \brief The product of a query and a key after rotate(): `distance` is the
/// query's position less the key's.
/// \implements{rotary-score}
///
/// Throws std::invalid_argument for different lengths. Absolute error in double: ≤
/// d + 4 |distance| ulp of the product of the lengths.
// [snip:rotary-score]
template <class T>
T rotary_score(std::span<const T> q, std::span<const T> k, const T& distance) {
    using std::cos;
    using std::sin;
    const std::size_t d = q.size();
    // [snip:rotary-score-lengths]
    require(d == k.size(), "rotary_score",
            "q has " + std::to_string(d) + " numbers and k has " +
                std::to_string(k.size()) + "; the lengths must agree");
    // [snip:rotary-score-lengths]
    T sum = d % 2 == 0 ? T(0) : T(q[d - 1] * k[d - 1]);
    for (std::size_t i = 0; i + 1 < d; i += 2) {
        const T angle = distance * clock_speed<T>(i / 2, d);
        sum += (q[i] * k[i] + q[i + 1] * k[i + 1]) * cos(angle) +
               (q[i] * k[i + 1] - q[i + 1] * k[i]) * sin(angle);
    }
    return sum;
}
// [snip:rotary-score]

}  // namespace nn
