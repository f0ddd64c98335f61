/// \file
/// \brief GloVe, one cell at a time: what a cell is worth, what it costs, and the
/// step that it asks for.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <string>

#include "nn/require.hpp"

namespace nn {

/// \brief How much a cell counts.
// [snip:weighting]
struct GloveWeighting {
    double x_max = 10.0;  ///< from here on, cells count fully
    double power = 0.75;  ///< 0: all cells count fully
};
// [snip:weighting]

/// \brief The weight of a cell in the cost.
/// \implements{glove-weight}
///
/// Domain: x > 0, x_max > 0, power ≥ 0. Range: [0, 1]. Error: ≤ 3 ulp, for powers
/// up to 2.
// [snip:glove-weight]
template <class T>
T glove_weight(T x, T x_max, T power) {
    using std::pow;
    return x < x_max ? T(pow(T(x / x_max), power)) : T(1);
}
// [snip:glove-weight]

/// \brief What two words' vectors and biases say of the logarithm of their cell.
/// \implements{glove-score}
///
/// Throws std::invalid_argument if the lengths differ. Absolute error: ≤ d + 2 ulp
/// of the sum of all sizes, for d numbers each.
// [snip:glove-score]
template <class T>
T glove_score(std::span<const T> w, std::span<const T> c, T b_w, T b_c) {
    if (w.size() != c.size())
        require(false, "glove_score",
                std::to_string(w.size()) + " and " + std::to_string(c.size()) +
                    " numbers; the lengths must agree");
    T score = b_w + b_c;
    for (std::size_t i = 0; i < w.size(); ++i) score += w[i] * c[i];
    return score;
}
// [snip:glove-score]

/// \brief What a cell costs: half the weighted square of what its score misses.
/// \implements{glove-cost}
///
/// Error: ≤ 2 ulp, for a missing part that is exact.
// [snip:glove-cost]
template <class T>
T glove_cost(T score, T log_x, T weight) {
    const T missed = score - log_x;
    return weight * missed * missed / 2;
}
// [snip:glove-cost]

/// \brief The slope of a cell's cost in its score.
/// \implements{glove-slope}
///
/// Error: ≤ 1.5 ulp, for a missing part that is exact.
// [snip:glove-slope]
template <class T>
T glove_slope(T score, T log_x, T weight) {
    return weight * (score - log_x);
}
// [snip:glove-slope]

/// \brief One step of AdaGrad: the more a parameter has moved, the shorter its
/// steps.
/// \implements{adagrad}
///
/// `sum` is that of the squares of all rate · slope before. Domain: sum > 0. Error
/// of both: ≤ 3 ulp of the larger of the old value and the change.
// [snip:adagrad]
template <class T>
void adagrad_step(T& parameter, T& sum, T slope, T rate) {
    using std::sqrt;
    const T step = rate * slope;
    parameter -= step / sqrt(sum);
    sum += step * step;
}
// [snip:adagrad]

}  // namespace nn
