/// \file
/// \brief How long a gradient is, and how to shorten it.
#pragma once

#include <cmath>
#include <cstddef>
#include <span>
#include <string>

#include "nn/require.hpp"

namespace nn {

/// \brief The length of a gradient: the root of the sum of its squares.
/// \implements{gradient-norm}
///
/// The sum is taken in the order of the numbers, in double for float. Relative
/// error: ≤ n ulp for n numbers.
// [snip:gradient-norm]
template <class T>
double gradient_norm(std::span<const T> gradient) {
    double squares = 0.0;
    for (const T& slope : gradient)
        squares += static_cast<double>(slope) * static_cast<double>(slope);
    return std::sqrt(squares);
}
// [snip:gradient-norm]

/// \brief Shortens a gradient that is longer than `longest`; it keeps its way.
/// \implements{clip-by-norm}
///
/// Returns the length before. Pascanu, Mikolov and Bengio (2013). Throws
/// std::invalid_argument unless 0 < longest. A norm that is not finite stays as it
/// is: the caller must look at it. Error: ≤ 2 ulp of each number, the norm as
/// given.
// [snip:clip-by-norm]
template <class T>
double clip_by_norm(std::span<T> gradient, double longest) {
    require(longest > 0, "clip_by_norm",
            "the longest gradient is " + std::to_string(longest) +
                "; it must be above 0");
    const double norm = gradient_norm(std::span<const T>(gradient));
    if (norm > longest && std::isfinite(norm))
        for (T& slope : gradient)
            slope = static_cast<T>(static_cast<double>(slope) * (longest / norm));
    return norm;
}
// [snip:clip-by-norm]

}  // namespace nn
