/// \file
/// \brief Which examples a model may learn from, and which judge it.
#pragma once

#include <cstddef>
#include <vector>

#include "nn/rng.hpp"

namespace nn {

/// \brief Indices of the examples, in three parts without overlap.
// [snip:split-type]
struct Split {
    std::vector<std::size_t> train, validation, test;
};
// [snip:split-type]

/// \brief 80 % to learn from, 10 % to choose by, 10 % to judge by, in a random
/// order.
///
/// The split of NumPy's `p = permutation(n)`, then `p[:8n//10]`,
/// `p[8n//10:9n//10]`, `p[9n//10:]`. Each part has its share of any n ≥ 10.
// [snip:split]
inline Split split_80_10_10(std::size_t n, Rng& rng) {
    const std::vector<std::size_t> order = rng.permutation(n);
    const auto at = [&](std::size_t tenths) {
        return order.begin() + static_cast<std::ptrdiff_t>(n * tenths / 10);
    };
    return {{at(0), at(8)}, {at(8), at(9)}, {at(9), at(10)}};
}
// [snip:split]

}  // namespace nn
