/// \file
/// \brief Two linear congruential generators: one to follow by hand, one
/// deliberately bad.
#pragma once

#include <cstdint>

namespace nn {

/// \brief One step of a generator that fits on a page: 5x + 3, modulo 16.
///
/// Visits all 16 numbers before it comes back. Exact.
// [snip:tiny-step]
constexpr std::uint32_t tiny_step(std::uint32_t x) {
    return (5 * x + 3) % 16;
}
// [snip:tiny-step]

/// \brief The ten low bits of a linear congruential generator: period 1,024.
/// \implements{lcg}
///
/// The multiplier and the increment are those of Numerical Recipes (1992), whose 32
/// bits are usable on top; the low k bits form a generator modulo 2ᵏ of their own.
/// Exact.
// [snip:lcg]
class LowBitsLcg {
public:
    explicit LowBitsLcg(std::uint32_t seed) : state_(seed) {}

    double uniform() {
        state_ = 1664525u * state_ + 1013904223u;  // modulo 2³² by overflow
        return (state_ & 1023u) / 1024.0;
    }

private:
    std::uint32_t state_;
};
// [snip:lcg]

}  // namespace nn
