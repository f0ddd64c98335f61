/// \file
/// \brief From the scores of many classes to probabilities, and what they cost.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <string>

#include "nn/require.hpp"

namespace nn {

/// \brief The logarithm of a sum of exponentials, without overflow.
/// \implements{log-sum-exp}
///
/// Domain: numbers below ∞, at least one above −∞. Throws std::invalid_argument for
/// none. Absolute error: ≤ n + 3 ulp of the larger of 1 and |the result|, for n
/// numbers.
// [snip:log-sum-exp]
template <class T>
T log_sum_exp(std::span<const T> z) {
    using std::exp;
    using std::log;
    require(!z.empty(), "log_sum_exp", "no numbers; give at least 1");
    const T largest = *std::max_element(z.begin(), z.end());
    T sum = 0;  // of numbers up to 1, one of which is 1
    for (const T& value : z) sum += exp(T(value - largest));
    return largest + log(sum);
}
// [snip:log-sum-exp]

/// \brief Softmax: the share of each exponential in their sum.
/// \implements{softmax}
///
/// Writes as many probabilities as there are scores; p may be z itself. Domain:
/// finite numbers, at least one. Throws std::invalid_argument for none, or another
/// length of p. Error: ≤ n + d + 4 ulp, for n scores of which this one lies d below
/// the largest, as that distance is rounded; beyond d = 745 the result is 0.
// [snip:softmax]
template <class T>
void softmax(std::span<const T> z, std::span<T> p) {
    using std::exp;
    require(!z.empty(), "softmax", "no scores; give at least 1");
    require(z.size() == p.size(), "softmax",
            std::to_string(z.size()) + " scores and room for " +
                std::to_string(p.size()) +
                " probabilities; the lengths must agree");
    const T largest = *std::max_element(z.begin(), z.end());
    T sum = 0;
    for (std::size_t i = 0; i < z.size(); ++i)
        sum += p[i] = exp(T(z[i] - largest));  // at most 1: nothing overflows
    for (T& share : p) share /= sum;
}
// [snip:softmax]

/// \brief Cross-entropy: what softmax pays when the answer is class `right`, in
/// nats.
/// \implements{cross-entropy}
///
/// Throws std::invalid_argument if there is no such class. Absolute error: ≤ n + 4
/// ulp of the larger of 1 and the largest |score|.
// [snip:cross-entropy]
template <class T>
T cross_entropy(std::span<const T> z, std::size_t right) {
    require(right < z.size(), "cross_entropy",
            "class " + std::to_string(right) + " of " + std::to_string(z.size()) +
                "; classes count from 0");
    return log_sum_exp(z) - z[right];
}
// [snip:cross-entropy]

/// \brief The slope of the cross-entropy in each score: ∂L/∂z_i = p_i − [i =
/// right].
/// \implements{cross-entropy-gradient}
///
/// Throws as softmax() and cross_entropy() do. Absolute error: ≤ n + 5 ulp of 1.
// [snip:cross-entropy-grad]
template <class T>
void cross_entropy_grad(std::span<const T> z, std::size_t right, std::span<T> dz) {
    require(right < z.size(), "cross_entropy_grad",
            "class " + std::to_string(right) + " of " + std::to_string(z.size()) +
                "; classes count from 0");
    // forward: L = log_sum_exp(z) − z_right
    softmax(z, dz);
    dz[right] -= 1;
}
// [snip:cross-entropy-grad]

}  // namespace nn
