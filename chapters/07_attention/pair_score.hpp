/// \file
/// \brief How much one key matters to one query: four scores.
#pragma once

#include <cmath>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "nn/recurrent_step.hpp"
#include "nn/require.hpp"

namespace nn {

/// \brief The dot product of a key and a query: s = kᵀq.
/// \implements{dot-score}
///
/// Source: Luong, Pham and Manning (2015), section 3.1. Throws
/// std::invalid_argument if the lengths differ. Domain: finite numbers. Error: ≤ d
/// ulp of Σ |k_i q_i|, for d numbers.
// [snip:pair-dot]
template <class T>
T dot_score(std::span<const T> k, std::span<const T> q) {
    if (k.size() != q.size())
        require(false, "dot_score",
                "a key of " + std::to_string(k.size()) +
                    " numbers and a query of " + std::to_string(q.size()) +
                    "; the lengths must agree");
    T sum = 0;
    for (std::size_t i = 0; i < k.size(); ++i) sum += k[i] * q[i];
    return sum;
}
// [snip:pair-dot]

/// \brief The dot product by the root of its length: s = kᵀq / √d.
/// \implements{scaled-dot-score}
///
/// Source: Vaswani et al. (2017), section 3.2.1. Throws as dot_score() does, and
/// for no numbers. Error: ≤ d + 2 ulp of Σ |k_i q_i| / √d.
// [snip:pair-scaled]
template <class T>
T scaled_dot_score(std::span<const T> k, std::span<const T> q) {
    using std::sqrt;
    require(!k.empty(), "scaled_dot_score", "a key of 0 numbers; give at least 1");
    return dot_score(k, q) / sqrt(T(k.size()));
}
// [snip:pair-scaled]

/// \brief A product in which each number of a key may meet each of a query: s =
/// kᵀW q.
/// \implements{general-score}
///
/// W is d_k × d_q, column by column. Source: Luong, Pham and Manning (2015),
/// section 3.1. Throws std::invalid_argument if W does not have so many numbers.
/// Error: ≤ d_k + d_q ulp of Σ |k_i W_ij q_j|.
// [snip:pair-general]
template <class T>
T general_score(std::span<const T> W, std::span<const T> k, std::span<const T> q) {
    if (W.size() != k.size() * q.size())
        require(false, "general_score",
                std::to_string(W.size()) + " weights for a key of " +
                    std::to_string(k.size()) + " numbers and a query of " +
                    std::to_string(q.size()) + "; give one for each pair of them");
    std::vector<T> turned(k.size());  // W q
    add_product<T>(W, q, turned);
    return dot_score<T>(k, turned);
}
// [snip:pair-general]

/// \brief The weights of an additive score with h units, each matrix column by
/// column.
// [snip:additive-weights]
template <class T>
struct AdditiveWeights {
    std::span<const T> W_K;  ///< h × d_k
    std::span<const T> W_Q;  ///< h × d_q
    std::span<const T> v;    ///< h
};
// [snip:additive-weights]

// [snip:require-additive]
template <class T>
void require_additive(const AdditiveWeights<T>& weights, std::size_t keys,
                      std::size_t queries) {
    const std::size_t h = weights.v.size();
    if (weights.W_K.size() != h * keys || weights.W_Q.size() != h * queries)
        require(false, "additive_score",
                std::to_string(weights.W_K.size()) + " and " +
                    std::to_string(weights.W_Q.size()) + " weights for " +
                    std::to_string(h) + " units, a key of " + std::to_string(keys) +
                    " numbers and a query of " + std::to_string(queries) +
                    "; each unit needs one for each number");
}
// [snip:require-additive]

/// \brief A small network is asked about the pair: s = vᵀ tanh(W_K k + W_Q q).
/// \implements{additive-score}
///
/// Source: Bahdanau, Cho and Bengio (2015), appendix A.1.2. Throws
/// std::invalid_argument if a matrix does not have so many numbers. Error: ≤ h +
/// (d_k + d_q) s + 3 ulp of Σ |v_i|, where no unit adds |W_ij k_j| and |W_ij q_j|
/// to more than s.
// [snip:pair-additive]
template <class T>
T additive_score(const AdditiveWeights<T>& weights, std::span<const T> k,
                 std::span<const T> q) {
    using std::tanh;
    require_additive(weights, k.size(), q.size());
    std::vector<T> units(weights.v.size());
    add_product<T>(weights.W_K, k, units);
    add_product<T>(weights.W_Q, q, units);
    for (T& unit : units) unit = tanh(unit);
    return dot_score<T>(weights.v, units);
}
// [snip:pair-additive]

}  // namespace nn
