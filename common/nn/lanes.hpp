/// \file
/// \brief Sums over arrays in as many lanes as a vector register has.
#pragma once

#include <array>
#include <cstddef>

#include "nn/vector_math.hpp"

namespace nn {

/// \brief term(0) + … + term(n − 1), in 16 sums that are added up at the end.
///
/// A single sum would have to wait for each addition. The order of the additions is
/// fixed by n alone. Relative error: ≤ n / 16 + 16 ulp for terms of one sign.
// [snip:sum-in-lanes]
template <class T, class Term>
T sum_in_lanes(std::size_t n, const Term& term) {
    std::array<T, vector_lanes> sums{};
    const std::size_t whole = n / vector_lanes * vector_lanes;
    for (std::size_t i = 0; i < whole; i += vector_lanes)
        for (std::size_t lane = 0; lane < vector_lanes; ++lane)
            sums[lane] += term(i + lane);
    T sum = 0;
    for (std::size_t i = whole; i < n; ++i) sum += term(i);
    for (const T& lane : sums) sum += lane;
    return sum;
}
// [snip:sum-in-lanes]

}  // namespace nn
