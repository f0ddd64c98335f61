/// \file
/// \brief What a forget gate leaves of a memory.
#pragma once

#include <cmath>
#include <cstddef>
#include <span>
#include <string>

#include "nn/require.hpp"
#include "nn/sigmoid.hpp"

namespace nn {

/// \brief What T open or shut gates let through: ∂c_T / ∂c_0 along the cell state.
/// \implements{forget-product}
///
/// `sums` are those of the forget gates, one a step. Relative error: ≤ 3 T ulp.
// [snip:forget-product]
template <class T>
T forget_product(std::span<const T> sums) {
    T product = 1;
    for (const T& sum : sums) product *= sigmoid(sum);
    return product;
}
// [snip:forget-product]

/// \brief The bias with which a gate forgets over so many steps.
/// \implements{forget-bias}
///
/// b = log T: then σ(b) = T / (T + 1), and of a memory σ(b)^T > 1/e is left after T
/// steps. Tallec and Ollivier (2018). Throws std::invalid_argument for 0 steps.
/// Error: ≤ 1 ulp.
// [snip:forget-bias]
inline double forget_bias(std::size_t steps) {
    require(steps > 0, "forget_bias", "0 steps; give at least 1");
    return std::log(static_cast<double>(steps));
}
// [snip:forget-bias]

}  // namespace nn
