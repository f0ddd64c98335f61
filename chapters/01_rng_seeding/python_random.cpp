#include "python_random.hpp"

#include <algorithm>
#include <bit>
#include <string>

#include "nn/require.hpp"

namespace nn {

// [snip:init-key]
InitByArray::InitByArray(std::uint64_t seed)
    : key_{static_cast<std::uint32_t>(seed),
           static_cast<std::uint32_t>(seed >> 32)},
      length_(key_[1] == 0 ? 1 : 2) {}
// [snip:init-key]

// [snip:init-by-array]
void InitByArray::generate(std::uint32_t* begin, std::uint32_t* end) const {
    const auto n = static_cast<std::size_t>(end - begin);
    const auto mixed = [&](std::size_t i) {  // the word before i, stirred
        const std::uint32_t previous = begin[i - 1];
        return previous ^ previous >> 30;
    };
    begin[0] = 19650218u;
    for (std::size_t i = 1; i < n; ++i)
        begin[i] = 1812433253u * mixed(i) + static_cast<std::uint32_t>(i);

    std::size_t i = 1;
    const auto step = [&] {
        if (++i < n) return;
        begin[0] = begin[n - 1];
        i = 1;
    };
    // [snip:init-by-array]
    // [snip:init-passes]
    for (std::size_t k = 0; k < std::max(n, length_); ++k, step()) {
        const auto j = static_cast<std::uint32_t>(k % length_);
        begin[i] = (begin[i] ^ mixed(i) * 1664525u) + key_[j] + j;
    }
    for (std::size_t k = 1; k < n; ++k, step())
        begin[i] =
            (begin[i] ^ mixed(i) * 1566083941u) - static_cast<std::uint32_t>(i);
    begin[0] = 0x80000000u;  // at least one bit is set: the state is not all zeros
}
// [snip:init-passes]

// [snip:python-random]
PythonRandom::PythonRandom(std::uint64_t seed) {
    InitByArray key(seed);
    engine_.seed(key);
}

double PythonRandom::random() {
    const auto r1 = static_cast<std::uint32_t>(engine_());
    const auto r2 = static_cast<std::uint32_t>(engine_());
    return uniform_from_bits(r1, r2);
}
// [snip:python-random]

// [snip:python-below]
std::uint32_t PythonRandom::below(std::uint32_t n) {
    require(n > 0, "PythonRandom::below", "n is 0; it must be at least 1");
    const int bits = static_cast<int>(std::bit_width(n));
    std::uint32_t value = 0;
    do {
        value = static_cast<std::uint32_t>(engine_()) >> (32 - bits);
    } while (value >= n);
    return value;
}
// [snip:python-below]

}  // namespace nn
