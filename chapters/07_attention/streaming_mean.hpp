/// \file
/// \brief A mean weighted by a softmax whose scores come one after the other.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <string>

#include "nn/require.hpp"

namespace nn {

/// \brief \eqref{streaming-softmax} for numbers instead of vectors: the largest
/// score so far, and sum and mix of the exponentials relative to it.
///
/// Source: Milakov and Gimelshein (2018).
// [snip:streaming-mean]
template <class T>
struct StreamingMean {
    T largest = -std::numeric_limits<T>::infinity();
    T sum = 0;   ///< Σ e^(score − largest)
    T mix = 0;   ///< Σ e^(score − largest) value
    T fade = 0;  ///< what the last tile left of sum and mix

    /// \brief Takes in a tile of finite scores, each with its value.
    ///
    /// Throws std::invalid_argument for no score, or another number of values.
    void absorb(std::span<const T> scores, std::span<const T> values);

    T mean() const { return mix / sum; }
};
// [snip:streaming-mean]

// [snip:streaming-checks]
template <class T>
void StreamingMean<T>::absorb(std::span<const T> scores,
                              std::span<const T> values) {
    using std::exp;
    require(!scores.empty() && scores.size() == values.size(), "StreamingMean",
            std::to_string(scores.size()) + " scores and " +
                std::to_string(values.size()) +
                " values; give a tile at least 1, and as many of both");
    // [snip:streaming-checks]
    // [snip:streaming-absorb]
    const T before = largest;
    largest = std::max(before, *std::max_element(scores.begin(), scores.end()));
    fade = exp(T(before - largest));  // e^−∞ = 0 at the first tile
    sum *= fade, mix *= fade;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const T e = exp(T(scores[i] - largest));
        sum += e, mix += e * values[i];
    }
}
// [snip:streaming-absorb]

}  // namespace nn
