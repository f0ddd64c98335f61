/// \file
/// \brief A counter-based generator: the value depends on (seed, stream, counter)
/// alone.
#pragma once

#include <array>
#include <cstdint>

#include "nn/rng.hpp"

namespace nn {

/// \brief Four words of 32 bits: a counter before the rounds, random bits after
/// them.
// [snip:philox-types]
using PhiloxBlock = std::array<std::uint32_t, 4>;
using PhiloxKey = std::array<std::uint32_t, 2>;
// [snip:philox-types]

/// \brief One round: two wide multiplications, a crossing and a key.
/// \implements{philox-round}
///
/// Source: Salmon, Moraes, Dror and Shaw (2011), Philox4x32. Exact.
// [snip:philox-round]
constexpr PhiloxBlock philox_round(const PhiloxBlock& x, const PhiloxKey& k) {
    const std::uint64_t p0 = std::uint64_t{0xD2511F53} * x[0];
    const std::uint64_t p1 = std::uint64_t{0xCD9E8D57} * x[2];
    const auto high = [](std::uint64_t p) {
        return static_cast<std::uint32_t>(p >> 32);
    };
    const auto low = [](std::uint64_t p) { return static_cast<std::uint32_t>(p); };
    return {high(p1) ^ x[1] ^ k[0], low(p1), high(p0) ^ x[3] ^ k[1], low(p0)};
}
// [snip:philox-round]

/// \brief Philox4x32-10: ten rounds, the key bumped by Weyl's constants between
/// them.
/// \implements{philox-key}
///
/// Held to the published known answers. Exact.
// [snip:philox-rounds]
constexpr PhiloxBlock philox(PhiloxBlock counter, PhiloxKey key) {
    for (int round = 0; round < 10; ++round) {
        counter = philox_round(counter, key);
        key = {key[0] + 0x9E3779B9u, key[1] + 0xBB67AE85u};  // golden ratio, √3 − 1
    }
    return counter;
}
// [snip:philox-rounds]

/// \brief Random access to many streams: no state, so that any thread may ask for
/// any value.
// [snip:counter-rng]
class CounterRng {
public:
    CounterRng(std::uint32_t seed, std::uint32_t stream) : key_{seed, stream} {}

    /// \brief The block of four words number `counter`.
    PhiloxBlock block(std::uint64_t counter) const {
        return philox({static_cast<std::uint32_t>(counter),
                       static_cast<std::uint32_t>(counter >> 32), 0, 0},
                      key_);
    }
    // [snip:counter-rng]
    // [snip:counter-uniform]
    /// \brief The uniform number in [0, 1) number `index`; two of them share a
    /// block.
    double uniform(std::uint64_t index) const {
        const PhiloxBlock x = block(index / 2);
        return index % 2 == 0 ? uniform_from_bits(x[0], x[1])
                              : uniform_from_bits(x[2], x[3]);
    }

private:
    PhiloxKey key_;
};
// [snip:counter-uniform]

}  // namespace nn
