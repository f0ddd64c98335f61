/// \file
/// \brief How two sequences compare: what a seed, and what one extra draw, decides.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "nn/rng.hpp"

namespace nn {

/// \brief The share of places at which two sequences differ.
/// \implements{share-differing}
///
/// Throws std::invalid_argument unless both have the same length of at least 1.
/// Error: ≤ 0.5 ulp.
// [snip:replay-declared]
double share_differing(std::span<const double> a, std::span<const double> b);

/// \brief The first n uniforms of any generator.
template <class Generator>
std::vector<double> uniforms(Generator& generator, std::size_t n) {
    std::vector<double> u(n);
    for (double& value : u) value = generator.uniform();
    return u;
}

/// \brief How alike the streams of neighbouring seeds are.
struct NeighbourSeeds {
    double equal_words = 0.0;    ///< words equal at the same place
    double share_of_bits = 0.0;  ///< bits that differ; half of unrelated ones do
};

/// \brief Compares the first `words` words of the seeds s and s + 1, for s from 0
/// to `seeds` − 1.
NeighbourSeeds compare_neighbours(std::uint32_t seeds, std::size_t words);
// [snip:replay-declared]

}  // namespace nn
