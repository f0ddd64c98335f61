/// Python's stream and std's distributions, from one engine.
#include <cstdio>
#include <iostream>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "lcg.hpp"
#include "nn/split.hpp"
#include "overlap.hpp"
#include "python_random.hpp"
#include "replay.hpp"
#include "standard_library.hpp"
#include "support/catch.hpp"

namespace {

template <class Generator>
std::vector<int> shuffled(Generator generator) {
    std::vector<int> items(10);
    std::iota(items.begin(), items.end(), 0);
    generator.shuffle(std::span(items));
    return items;
}

/// What python3 prints for the script, or nothing if it is not installed.
std::string python(const std::string& script) {
    std::string command = "python3 -c '";
    command += script + "' 2>/dev/null";
    std::FILE* pipe = popen(command.c_str(), "r");
    std::string text;
    for (int c = 0; (c = std::fgetc(pipe)) != EOF;) text += static_cast<char>(c);
    return pclose(pipe) == 0 ? text : "";
}

}  // namespace

TEST_CASE("random.seed(42)", "[python]") {
    nn::PythonRandom rng(42);
    CHECK(rng.random() == .6394267984578837);
    CHECK(rng.random() == .025010755222666936);
    CHECK(shuffled(nn::PythonRandom(42)) ==
          std::vector{7, 3, 2, 8, 5, 6, 9, 4, 0, 1});
}

TEST_CASE("the seeds of the installed Python, of one and of two words",
          "[python]") {
    const std::string theirs = python(
        "import random\n"
        "for seed in [0, 1, 42, 2**32 - 1, 2**32, 2**63 + 12345]:\n"
        "    random.seed(seed)\n"
        "    for i in range(700): print(random.random().hex(), random.randrange(1 "
        "+ i))\n");
    if (theirs.empty()) {
        std::cout << "skipped: python3 not installed\n";
        return;
    }
    std::istringstream lines(theirs);
    for (const std::uint64_t seed :
         {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{42},
          (std::uint64_t{1} << 32) - 1, std::uint64_t{1} << 32,
          (std::uint64_t{1} << 63) + 12345}) {
        nn::PythonRandom rng(seed);
        for (std::uint32_t i = 0; i < 700; ++i) {
            std::string hex;
            std::uint32_t below = 0;
            lines >> hex >> below;
            REQUIRE(rng.random() == std::stod(hex));
            REQUIRE(rng.below(1 + i) == below);
        }
    }
}

TEST_CASE("a range of nothing is refused", "[python]") {
    CHECK_THROWS_WITH(nn::PythonRandom(1).below(0),
                      oracle::mentions("must be at least 1"));
}

TEST_CASE("std's own distributions go their own way", "[standard-library]") {
    nn::StandardDraws draws{};
    nn::nn_draws_default(42, &draws);
    nn::Rng rng(42);
    bool same = true;
    for (const double normal : draws.normals) same = same && normal == rng.normal();
    CHECK_FALSE(same);
    CHECK(std::accumulate(draws.shuffled, draws.shuffled + 10, 0) == 45);
    CHECK((draws.first_argument != draws.second_argument));
#ifdef NN_HAVE_LIBCXX
    nn::StandardDraws other{};
    nn::nn_draws_libcxx(42, &other);
    CHECK(std::string(other.library) != draws.library);
    CHECK_FALSE(std::equal(draws.normals, draws.normals + 3, other.normals));
    CHECK_FALSE(std::equal(draws.shuffled, draws.shuffled + 10, other.shuffled));
#else
    std::cout << "skipped: libc++-dev not installed\n";
#endif
}

TEST_CASE("the bad generator repeats itself after 1,024 draws", "[generators]") {
    nn::LowBitsLcg lcg(42);
    std::vector<double> first(1024), second(1024);
    for (double& u : first) u = lcg.uniform();
    for (double& u : second) u = lcg.uniform();
    CHECK(first == second);
    std::sort(first.begin(), first.end());
    for (std::size_t i = 0; i < 1024; ++i)
        CHECK(first[i] == static_cast<double>(i) / 1024.0);
}

TEST_CASE("sequences are compared place by place", "[replay]") {
    const std::vector<double> a{1.0, 2.0, 3.0, 4.0}, b{1.0, 0.0, 3.0, 0.0};
    CHECK(nn::share_differing(a, b) == 0.5);
    CHECK_THROWS_WITH(
        nn::share_differing(a, std::span(b).first(3)),
        "share_differing: 4 values and 3; as many of both, at least 1");
    CHECK_THROWS_WITH(nn::share_differing({}, {}), oracle::mentions("at least 1"));
}

TEST_CASE("neighbouring seeds share nothing, a seed shares all with itself",
          "[replay]") {
    const nn::NeighbourSeeds neighbours = nn::compare_neighbours(20, 100);
    CHECK(neighbours.equal_words == 0.0);
    CHECK(std::abs(neighbours.share_of_bits - 0.5) <
          5.0 * 0.5 / std::sqrt(32.0 * 2000.0));
}

TEST_CASE("the tiny generator visits all sixteen numbers and comes back",
          "[generators]") {
    for (std::uint32_t seed = 0; seed < 16; ++seed) {
        std::vector<bool> seen(16);
        std::uint32_t x = seed;
        for (int k = 0; k < 16; ++k) seen[x = nn::tiny_step(x)] = true;
        CHECK(x == seed);
        CHECK(seen == std::vector<bool>(16, true));
    }
}

TEST_CASE("overlap counts what stands in both", "[split]") {
    CHECK(nn::overlap({5, 1, 3}, {3, 4, 5}) == 2);
    CHECK(nn::overlap({}, {1}) == 0);
}

TEST_CASE("a split has its shares of any number, without overlap", "[split]") {
    for (const std::size_t n : {10u, 11u, 19u, 1000u, 31102u}) {
        nn::Rng rng(42);
        const nn::Split split = nn::split_80_10_10(n, rng);
        CHECK(split.train.size() == 8 * n / 10);
        CHECK(!split.validation.empty());
        CHECK(!split.test.empty());
        std::vector<int> seen(n);
        for (const auto* part : {&split.train, &split.validation, &split.test})
            for (const std::size_t i : *part) ++seen[i];
        CHECK(seen == std::vector<int>(n, 1));
    }
}
