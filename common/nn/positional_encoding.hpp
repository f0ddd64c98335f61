/// \file
/// \brief Where a token stands, said by a vector.
#pragma once

#include <armadillo>
#include <cmath>
#include <cstddef>
#include <string>

#include "nn/require.hpp"

namespace nn {

/// \brief How far the hand of clock number `pair` turns from token to token, in
/// radians.
/// \implements{clock-speed}
///
/// ω_k = 10000^(−2k/d) for a vector of d numbers; hand 0 turns by 1, the last one
/// by hardly more than 1/10000. Throws std::invalid_argument unless 2 k < d. Error:
/// ≤ 6 ulp, as the exponent is rounded.
// [snip:clock-speed]
template <class T>
T clock_speed(std::size_t pair, std::size_t d) {
    using std::pow;
    require(2 * pair < d, "clock_speed",
            "clock " + std::to_string(pair) + " of a vector of " +
                std::to_string(d) + " numbers; it has " +
                std::to_string((d + 1) / 2));
    return pow(T(10000), -T(2 * pair) / T(d));
}
// [snip:clock-speed]

/// \brief The sinusoidal encoding: number i of the vector for a position.
/// \implements{sinusoid}
///
/// sin(p ω_k) for i = 2k, cos(p ω_k) for i = 2k + 1. An odd d leaves the last sine
/// without its cosine. Vaswani et al. (2017). Absolute error in double: ≤ 2e-10 up
/// to p = 10⁶, where the rounding of ω_k and of p ω_k is what is lost.
// [snip:sinusoid]
template <class T>
T sinusoid(T position, std::size_t i, std::size_t d) {
    using std::cos;
    using std::sin;
    const T angle = position * clock_speed<T>(i / 2, d);
    return i % 2 == 0 ? sin(angle) : cos(angle);
}
// [snip:sinusoid]

/// \brief The vectors of positions 0 … T − 1, d × T.
///
/// Throws std::invalid_argument for no numbers or no tokens.
// [snip:sinusoidal-encoding]
inline arma::mat sinusoidal_encoding(std::size_t d, std::size_t tokens) {
    require(d > 0 && tokens > 0, "sinusoidal_encoding",
            std::to_string(d) + " numbers for " + std::to_string(tokens) +
                " tokens; give at least 1 of each");
    arma::mat P(d, tokens);  // d × T
    for (std::size_t t = 0; t < tokens; ++t)
        for (std::size_t i = 0; i < d; ++i)
            P(i, t) = sinusoid<double>(double(t), i, d);
    return P;
}
// [snip:sinusoidal-encoding]

}  // namespace nn
