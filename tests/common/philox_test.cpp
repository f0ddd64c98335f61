#include "nn/philox.hpp"

#include <cmath>
#include <set>

#include "support/catch.hpp"

using nn::PhiloxBlock;

// Random123, kat_vectors: philox4x32, 10 rounds
TEST_CASE("Philox4x32-10 gives its published answers", "[philox]") {
    CHECK(nn::philox({0, 0, 0, 0}, {0, 0}) ==
          PhiloxBlock{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
    CHECK(nn::philox({~0u, ~0u, ~0u, ~0u}, {~0u, ~0u}) ==
          PhiloxBlock{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
    CHECK(nn::philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
                     {0xa4093822, 0x299f31d0}) ==
          PhiloxBlock{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("a value depends on seed, stream and counter alone", "[philox]") {
    const nn::CounterRng rng(42, 7);
    const double late = rng.uniform(1'000'000);
    for (int i = 0; i < 100; ++i) rng.uniform(static_cast<std::uint64_t>(i));
    CHECK(rng.uniform(1'000'000) == late);
    CHECK(nn::CounterRng(42, 8).uniform(1'000'000) != late);
    CHECK(nn::CounterRng(43, 7).uniform(1'000'000) != late);
}

TEST_CASE("a counter beyond 32 bits reaches its upper word", "[philox]") {
    const nn::CounterRng rng(42, 0);
    CHECK(rng.block(1) != rng.block((std::uint64_t{1} << 32) + 1));
    CHECK(rng.block(std::uint64_t{1} << 32) == nn::philox({0, 1, 0, 0}, {42, 0}));
}

TEST_CASE("the uniforms of a block are all different and in range", "[philox]") {
    const nn::CounterRng rng(42, 0);
    std::set<double> seen;
    double sum = 0.0;
    for (std::uint64_t i = 0; i < 100'000; ++i) {
        const double u = rng.uniform(i);
        REQUIRE((u >= 0.0 && u < 1.0));
        seen.insert(u);
        sum += u;
    }
    CHECK(seen.size() == 100'000);
    CHECK(std::abs(sum / 1e5 - 0.5) < 5.0 * std::sqrt(1.0 / 12.0 / 1e5));
}
