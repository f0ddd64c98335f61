/// \file
/// \brief Drawing what comes next: probabilities sharper or flatter than the
/// model's own.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "nn/discrete_distribution.hpp"
#include "nn/require.hpp"
#include "nn/rng.hpp"
#include "nn/softmax.hpp"

namespace nn {

/// \brief Throws std::invalid_argument unless 0 < temperature < ∞.
// [snip:require-temperature]
template <class T>
void require_temperature(T temperature) {
    using std::isfinite;
    require(temperature > 0 && isfinite(temperature), "softmax_at_temperature",
            "the temperature is " + std::to_string(double(temperature)) +
                "; it must be above 0 and finite: 0.1 nearly always draws the "
                "likeliest");
}
// [snip:require-temperature]

/// \brief Softmax at a temperature τ: of the scores' distances divided by τ.
/// \implements{softmax-temperature}
///
/// Source: Ackley, Hinton and Sejnowski (1985), for their units. Writes as many
/// probabilities as there are scores; p may be z itself. Domain: finite scores, at
/// least one; 0 < τ < ∞. Otherwise throws std::invalid_argument. Error: ≤ n + 2d +
/// 4 ulp, for n scores of which this one lies d temperatures below the largest;
/// beyond d = 745 the result is 0.
// [snip:softmax-temperature]
template <class T>
void softmax_at_temperature(std::span<const T> z, T temperature, std::span<T> p) {
    require_temperature(temperature);
    require(!z.empty() && z.size() == p.size(), "softmax_at_temperature",
            std::to_string(z.size()) + " scores and room for " +
                std::to_string(p.size()) +
                " probabilities; give at least 1, and as many of both");
    const T largest = *std::max_element(z.begin(), z.end());
    for (std::size_t i = 0; i < z.size(); ++i)
        p[i] = (z[i] - largest) / temperature;  // at most 0: nothing overflows
    softmax<T>(p, p);
}
// [snip:softmax-temperature]

/// \brief Draws a class with the probabilities of softmax_at_temperature().
///
/// One uniform number a draw. Throws std::invalid_argument as that does, and for
/// scores that are not finite.
// [snip:draw-at-temperature]
template <class T>
std::size_t draw_at_temperature(std::span<const T> z, double temperature,
                                Rng& rng) {
    std::vector<double> p(z.begin(), z.end());
    softmax_at_temperature<double>(p, temperature, p);
    return InverseCdf(p).draw(rng.uniform());
}
// [snip:draw-at-temperature]

}  // namespace nn
