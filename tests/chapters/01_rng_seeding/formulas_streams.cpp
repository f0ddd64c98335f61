/// The numbered formulas of chapter 1 that make streams, in 50 digits or in whole
/// numbers of any size.
#include <boost/multiprecision/cpp_int.hpp>
#include <cmath>
#include <cstdint>
#include <vector>

#include "lcg.hpp"
#include "nn/philox.hpp"
#include "nn/rng.hpp"
#include "python_random.hpp"
#include "support/oracle.hpp"

using boost::multiprecision::cpp_int;
using oracle::Real;
using oracle::Worst;

namespace {

constexpr int many = 20000;
const cpp_int two32 = cpp_int(1) << 32;

}  // namespace

TEST_CASE("53 random bits of two words are exact", "[uniform-53]") {
    nn::Rng rng(1);
    Worst worst;
    for (int i = 0; i < many; ++i) {
        const std::uint32_t a = rng.bits32(), b = rng.bits32();
        const Real exact = (floor(Real(a) / 32) * 67108864 + floor(Real(b) / 64)) /
                           ldexp(Real(1), 53);
        worst.see(oracle::ulp_error(nn::uniform_from_bits(a, b), exact));
    }
    CHECK(nn::uniform_from_bits(0, 0) == 0.0);
    CHECK(nn::uniform_from_bits(~0u, ~0u) == 1.0 - std::ldexp(1.0, -53));
    worst.hold("uniform-53", "ulp", 0.0);
}

TEST_CASE("a range is stretched and moved", "[uniform-range]") {
    nn::Rng ends(2), drawn(3), raw(3);
    Worst worst;
    for (int i = 0; i < many; ++i) {
        const double low = ends.normal() * 1e3;
        const double high = low + std::exp(8.0 * ends.normal());
        const double got = drawn.uniform(low, high);
        const Real exact =
            Real(low) + (Real(high) - Real(low)) * Real(raw.uniform());
        const Real bound = std::max(std::abs(low), std::abs(high));
        worst.see(static_cast<double>(abs(Real(got) - exact) /
                                      oracle::spacing<double>(bound)));
    }
    worst.hold("uniform-range", "ulp of the larger bound", 2.0);
}

TEST_CASE("the polar method's stretch", "[polar-scale]") {
    nn::Rng rng(4);
    Worst worst;
    const auto check = [&](double s) {
        const Real exact = sqrt(-2 * log(Real(s)) / Real(s));
        worst.see(oracle::ulp_error(nn::polar_scale(s), exact));
    };
    for (int i = 0; i < many; ++i) {
        check(1.0 -
              rng.uniform() * 0x1p-10);  // near the rim, where log s loses digits
        check(std::exp(-60.0 * rng.uniform()));
    }
    check(std::nextafter(1.0, 0.0));
    worst.hold("polar-scale", "ulp", 2.0);
}

TEST_CASE("the mask is the next power of two, less one", "[mask]") {
    nn::Rng rng(5);
    Worst worst;
    const auto check = [&](std::uint64_t max) {
        cpp_int power = 1;
        while (power < cpp_int(max) + 1) power *= 2;
        worst.see(cpp_int(nn::mask_of(max)) == power - 1 ? 0.0 : 1.0);
    };
    for (int i = 0; i < many; ++i) check(rng.bits64() >> rng.interval(63));
    for (int bit = 0; bit < 64; ++bit) {
        check(std::uint64_t{1} << bit);
        check((std::uint64_t{1} << bit) - 1);
    }
    check(~std::uint64_t{0});
    worst.hold("mask", "masks wrong", 0.0);
}

TEST_CASE("a round of Philox in whole numbers", "[philox-round]") {
    nn::Rng rng(6);
    Worst worst;
    for (int i = 0; i < many; ++i) {
        const nn::PhiloxBlock x{rng.bits32(), rng.bits32(), rng.bits32(),
                                rng.bits32()};
        const nn::PhiloxKey k{rng.bits32(), rng.bits32()};
        const cpp_int p0 = cpp_int(3528531795u) * x[0],
                      p1 = cpp_int(3449720151u) * x[2];
        const auto word = [](const cpp_int& n) {
            return static_cast<std::uint32_t>(n);
        };
        const nn::PhiloxBlock exact{
            word(p1 / two32) ^ x[1] ^ k[0], word(p1 % two32),
            word(p0 / two32) ^ x[3] ^ k[1], word(p0 % two32)};
        worst.see(nn::philox_round(x, k) == exact ? 0.0 : 1.0);
    }
    worst.hold("philox-round", "blocks wrong", 0.0);
}

TEST_CASE("the key of round r is the first one plus r steps", "[philox-key]") {
    nn::Rng rng(7);
    Worst worst;
    // Weyl's constants from their definitions, in 50 digits
    const Real golden = (sqrt(Real(5)) - 1) / 2 * ldexp(Real(1), 32);
    const Real root = (sqrt(Real(3)) - 1) * ldexp(Real(1), 32);
    const cpp_int step0(floor(golden)), step1(floor(root));
    for (int i = 0; i < 1000; ++i) {
        const nn::PhiloxKey k{rng.bits32(), rng.bits32()};
        nn::PhiloxBlock x{rng.bits32(), rng.bits32(), rng.bits32(), rng.bits32()};
        const nn::PhiloxBlock got = nn::philox(x, k);
        for (int r = 0; r < 10; ++r)
            x = nn::philox_round(
                x, {static_cast<std::uint32_t>((k[0] + r * step0) % two32),
                    static_cast<std::uint32_t>((k[1] + r * step1) % two32)});
        worst.see(got == x ? 0.0 : 1.0);
    }
    worst.hold("philox-key", "blocks wrong", 0.0);
}

TEST_CASE("Python's filling of the state in whole numbers", "[init-by-array]") {
    Worst worst;
    for (const std::uint64_t seed : {0ull, 1ull, 42ull, 4294967295ull,
                                     4294967296ull, 12345678901234567ull, ~0ull}) {
        std::vector<cpp_int> key{cpp_int(seed) % two32};
        if (seed >= two32) key.push_back(cpp_int(seed) / two32);
        std::vector<cpp_int> s{19650218};
        const auto mixed = [&](const cpp_int& w) { return cpp_int(w ^ (w >> 30)); };
        for (int i = 1; i < 624; ++i)
            s.push_back((mixed(s.back()) * 1812433253 + i) % two32);
        cpp_int previous = s[0];
        std::size_t i = 1;
        for (std::size_t k = 0; k < 624 + 623; ++k) {
            if (k < 624)
                s[i] = ((s[i] ^ (mixed(previous) * 1664525 % two32)) +
                        key[k % key.size()] + k % key.size()) %
                       two32;
            else
                s[i] =
                    ((s[i] ^ (mixed(previous) * 1566083941 % two32)) + two32 - i) %
                    two32;
            previous = s[i];
            i = i == 623 ? 1 : i + 1;  // word 0 is a copy of word 623 at the wrap
        }
        s[0] = cpp_int(1) << 31;
        std::vector<std::uint32_t> got(624);
        nn::InitByArray(seed).generate(got.data(), got.data() + 624);
        for (std::size_t w = 0; w < 624; ++w) worst.see(got[w] == s[w] ? 0.0 : 1.0);
    }
    worst.hold("init-by-array", "words wrong", 0.0);
}

TEST_CASE("a linear congruential generator in whole numbers", "[lcg]") {
    Worst worst;
    for (const std::uint32_t seed : {0u, 42u, 4294967295u}) {
        nn::LowBitsLcg lcg(seed);
        cpp_int x = seed;
        for (int i = 0; i < many; ++i) {
            x = (1664525 * x + 1013904223) % two32;
            worst.see(
                oracle::ulp_error(lcg.uniform(), Real(cpp_int(x % 1024)) / 1024));
        }
    }
    worst.hold("lcg", "ulp", 0.0);
}
