// mistake: 0x9908b0df is xored in for even y too
#include "contract.hpp"

namespace nn::exercise {

State init_genrand(std::uint32_t seed) {
    State state{seed};
    for (std::uint32_t i = 1; i < state.size(); ++i) {
        const std::uint32_t x = state[i - 1];
        state[i] = 1812433253u * (x ^ x >> 30) + i;
    }
    return state;
}

void twist(State& state) {
    const std::size_t n = state.size();
    for (std::size_t i = 0; i < n; ++i) {
        const std::uint32_t y =
            (state[i] & 0x80000000u) | (state[(i + 1) % n] & 0x7fffffffu);
        state[i] = state[(i + 397) % n] ^ y >> 1 ^ 0x9908b0dfu;
    }
}

std::uint32_t temper(std::uint32_t y) {
    y ^= y >> 11;
    y ^= y << 7 & 0x9d2c5680u;
    y ^= y << 15 & 0xefc60000u;
    y ^= y >> 18;
    return y;
}

}  // namespace nn::exercise
