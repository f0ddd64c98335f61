#include "replay.hpp"

#include <bit>
#include <string>

#include "nn/require.hpp"

namespace nn {

// [snip:share-differing]
double share_differing(std::span<const double> a, std::span<const double> b) {
    require(a.size() == b.size() && !a.empty(), "share_differing",
            std::to_string(a.size()) + " values and " + std::to_string(b.size()) +
                "; as many of both, at least 1");
    std::size_t differing = 0;
    for (std::size_t i = 0; i < a.size(); ++i) differing += a[i] != b[i];
    return static_cast<double>(differing) / static_cast<double>(a.size());
}
// [snip:share-differing]

// [snip:compare-neighbours]
NeighbourSeeds compare_neighbours(std::uint32_t seeds, std::size_t words) {
    NeighbourSeeds result;
    double bits = 0.0;
    for (std::uint32_t seed = 0; seed < seeds; ++seed) {
        Rng one(seed), other(seed + 1);
        for (std::size_t i = 0; i < words; ++i) {
            const std::uint32_t difference = one.bits32() ^ other.bits32();
            result.equal_words += difference == 0;
            bits += std::popcount(difference);
        }
    }
    result.share_of_bits = bits / (32.0 * static_cast<double>(words) * seeds);
    return result;
}
// [snip:compare-neighbours]

}  // namespace nn
