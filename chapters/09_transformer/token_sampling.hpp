/// \file
/// \brief Drawing the next token from the likeliest ones only.
#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <span>
#include <string>
#include <vector>

#include "nn/require.hpp"
#include "nn/rng.hpp"

namespace nn {

/// \brief Keeps the likeliest of the probabilities p, and divides them by their
/// sum; the others become 0.
///
/// At least one is kept, and then another as long as `more(count, sum)` of those
/// kept so far. Of two that are equal the first is taken first. Time: n + m log n
/// for m kept of n.
// [snip:keep-likeliest]
template <class T, class More>
void keep_likeliest(std::span<T> p, More more) {
    // [snip:likeliest-heap]
    std::vector<std::size_t> heap(p.size());  // the likeliest at its front
    std::iota(heap.begin(), heap.end(), std::size_t{0});
    const auto is_less = [p](std::size_t a, std::size_t b) {
        return p[a] < p[b] || (p[a] == p[b] && a > b);
    };
    std::make_heap(heap.begin(), heap.end(), is_less);
    // [snip:likeliest-heap]
    std::vector<T> kept(p.size(), T(0));
    T sum = 0;
    std::size_t count = 0;
    do {
        const std::size_t i = heap.front();
        std::pop_heap(heap.begin(), heap.end(), is_less);
        heap.pop_back();
        sum += kept[i] = p[i];
        ++count;
    } while (!heap.empty() && more(count, sum));
    for (std::size_t i = 0; i < p.size(); ++i) p[i] = kept[i] / sum;
}
// [snip:keep-likeliest]

/// \brief Top-k: the k likeliest share all the probability.
/// \implements{top-k}
///
/// Source: Fan, Lewis and Dauphin (2018), section 3.2. Domain: probabilities, at
/// least one of them, and k ≥ 1; a k beyond their number keeps all. Otherwise
/// throws std::invalid_argument. Error: ≤ k + 1 ulp.
// [snip:top-k]
template <class T>
void keep_top_k(std::span<T> p, std::size_t k) {
    require(!p.empty() && k > 0, "keep_top_k",
            "the " + std::to_string(k) + " likeliest of " +
                std::to_string(p.size()) + " tokens; keep 1 of 1 at least");
    keep_likeliest(p, [k](std::size_t count, const T&) { return count < k; });
}
// [snip:top-k]

/// \brief Nucleus: the fewest tokens, the likeliest first, that together have at
/// least `share` of the probability have all of it.
/// \implements{nucleus}
///
/// Source: Holtzman et al. (2020), section 3.1. Domain: probabilities, at least
/// one of them, and 0 < share ≤ 1. Otherwise throws std::invalid_argument. Error:
/// ≤ m + 1 ulp for m kept; which are kept is exact where their sums are.
// [snip:nucleus]
template <class T>
void keep_nucleus(std::span<T> p, T share) {
    require(!p.empty() && share > 0 && share <= 1, "keep_nucleus",
            "a share of " + std::to_string(double(share)) + " of " +
                std::to_string(p.size()) +
                " tokens; give at least 1 token and a share above 0, at most 1");
    keep_likeliest(p, [&share](std::size_t, const T& sum) { return sum < share; });
}
// [snip:nucleus]

/// \brief How the next token is drawn.
// [snip:sampling-settings]
struct SamplingSettings {
    double temperature = 1.0;
    std::size_t top_k = 0;  ///< the likeliest that may be drawn; 0: all
    double nucleus = 1.0;   ///< the share that the likeliest must have; 1: all
};
// [snip:sampling-settings]

/// \brief Draws a token: softmax at a temperature, then top-k, then the nucleus of
/// what is left.
///
/// One uniform number a draw. Throws std::invalid_argument as the three do, and for
/// scores that are NaN or ∞.
// [snip:draw-token-declared]
template <class T>
std::size_t draw_token(std::span<const T> scores, const SamplingSettings& settings,
                       Rng& rng);
// [snip:draw-token-declared]

}  // namespace nn
