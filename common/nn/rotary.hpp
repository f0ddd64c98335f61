/// \file
/// \brief Rotary positions: a token's place turns its query and its key.
#pragma once

#include <armadillo>
#include <cmath>
#include <cstddef>

#include "nn/positional_encoding.hpp"

namespace nn {

/// \brief Cosine and sine of every hand at every position.
// [snip:rotary-turns]
template <class T>
struct RotaryTurns {
    arma::Mat<T> cosines, sines;  ///< ⌊d / 2⌋ × positions

    RotaryTurns() = default;
    RotaryTurns(std::size_t d, std::size_t positions)
        : cosines(d / 2, positions), sines(d / 2, positions) {
        for (std::size_t p = 0; p < positions; ++p)
            for (std::size_t hand = 0; hand < d / 2; ++hand) {
                const double angle = double(p) * clock_speed<double>(hand, d);
                cosines(hand, p) = T(std::cos(angle));
                sines(hand, p) = T(std::sin(angle));
            }
    }
};
// [snip:rotary-turns]

/// \brief Turns each pair of numbers 2i, 2i + 1 of column p by the angle p ω_i.
/// \implements{rotary}
///
/// X is d × T, of the positions 0 … T − 1; an odd d leaves its last number as it
/// is. `back` turns the other way, as a gradient is turned: the inverse of a
/// rotation is its transpose. Source: Su et al. (2021). Throws
/// std::invalid_argument if the turns are of another d or of fewer positions.
/// Error: ≤ 2 ulp of the pair's length.
// [snip:rotate]
template <class T>
void rotate(arma::Mat<T>& X, const RotaryTurns<T>& turns, bool back = false) {
    require(
        X.n_rows / 2 == turns.cosines.n_rows && X.n_cols <= turns.cosines.n_cols,
        "rotate",
        "X is " + std::to_string(X.n_rows) + " × " + std::to_string(X.n_cols) +
            ", the turns are for " + std::to_string(turns.cosines.n_rows) +
            " pairs at " + std::to_string(turns.cosines.n_cols) +
            " positions; they need half its rows and a position a column");
    // [snip:rotate-pairs]
    for (arma::uword p = 0; p < X.n_cols; ++p) {
        T* const x = X.colptr(p);
        for (arma::uword hand = 0; hand < turns.cosines.n_rows; ++hand) {
            const T c = turns.cosines(hand, p);
            const T s = back ? -turns.sines(hand, p) : turns.sines(hand, p);
            const T a = x[2 * hand], b = x[2 * hand + 1];
            x[2 * hand] = c * a - s * b;
            x[2 * hand + 1] = s * a + c * b;
        }
    }
    // [snip:rotate-pairs]
}
// [snip:rotate]

}  // namespace nn
