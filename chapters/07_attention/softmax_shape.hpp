/// \file
/// \brief How evenly weights are spread, and how much they still move.
#pragma once

#include <cmath>
#include <cstddef>
#include <span>

namespace nn {

/// \brief The entropy of weights, in nats: from 0 (one key has all) to log n (each
/// has as much).
/// \implements{weights-entropy}
///
/// H = −Σ a_i log a_i, where 0 log 0 counts as 0. Domain: weights from 0 to 1.
/// Absolute error: ≤ n + 3 ulp of the larger of 1 and H, for n weights.
// [snip:weights-entropy]
template <class T>
T weights_entropy(std::span<const T> weights) {
    using std::log;
    T sum = 0;
    for (const T& a : weights)
        if (a > 0) sum -= a * log(a);
    return sum;
}
// [snip:weights-entropy]

/// \brief How much softmax moves with its scores: the length of all its slopes
/// ∂a_i/∂s_j = a_i ([i = j] − a_j).
/// \implements{softmax-jacobian-size}
///
/// Σ_i a_i² ((1 − a_i)² + Σ_{j≠i} a_j²), of which the root is taken. 1 − a_i is the
/// sum of the others: that keeps its digits when one weight is nearly 1. Domain:
/// weights that sum to 1. Relative error: ≤ 3 n + 5 ulp for n weights as softmax()
/// rounds them, where the result is above 1e-150 (float: 1e-18).
// [snip:softmax-jacobian-size]
template <class T>
T softmax_jacobian_size(std::span<const T> weights) {
    using std::sqrt;
    T sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        T others = 0, squares = 0;
        for (std::size_t j = 0; j < weights.size(); ++j) {
            if (j == i) continue;
            others += weights[j];
            squares += weights[j] * weights[j];
        }
        sum += weights[i] * weights[i] * (others * others + squares);
    }
    return sqrt(sum);
}
// [snip:softmax-jacobian-size]

}  // namespace nn
