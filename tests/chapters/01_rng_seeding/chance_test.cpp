/// The tests of randomness and Monte Carlo, against what is known of them.
#include <cmath>
#include <vector>

#include "monte_carlo.hpp"
#include "nn/power_law.hpp"
#include "nn/rng.hpp"
#include "randomness_tests.hpp"
#include "support/catch.hpp"

namespace {

std::vector<double> uniforms(std::uint32_t seed, std::size_t n) {
    nn::Rng rng(seed);
    std::vector<double> u(n);
    rng.fill_uniform(u);
    return u;
}

}  // namespace

TEST_CASE("over many seeds the p-values of each test are spread evenly",
          "[randomness]") {
    double sums[3] = {};
    constexpr int seeds = 200;
    for (std::uint32_t seed = 0; seed < seeds; ++seed) {
        const std::vector<double> u = uniforms(seed, 51200);
        sums[0] += nn::uniformity_test(u, 100).p_value;
        sums[1] += nn::serial_pairs_test(u, 20).p_value;
        sums[2] += nn::birthday_spacings_test(u).p_value;
    }
    const double spread =
        5.0 * std::sqrt(1.0 / 12.0 / seeds);  // 5 standard deviations
    for (const double sum : sums) CHECK(std::abs(sum / seeds - 0.5) < spread);
}

TEST_CASE("each test sees the fault that it is made for", "[randomness]") {
    std::vector<double> squeezed = uniforms(1, 100'000),
                        paired = uniforms(2, 100'000);
    for (double& u : squeezed) u = std::pow(u, 1.05);
    for (std::size_t i = 1; i < paired.size(); i += 2)
        paired[i] = std::fmod(paired[i - 1] + 0.2 * paired[i], 1.0);
    std::vector<double> grid(100'000);
    for (std::size_t i = 0; i < grid.size(); ++i)
        grid[i] = std::fmod(static_cast<double>(i) * 0.6180339887498949, 1.0);
    CHECK(nn::uniformity_test(squeezed, 100).p_value < 1e-6);
    CHECK(nn::serial_pairs_test(paired, 20).p_value < 1e-6);
    CHECK(nn::uniformity_test(paired, 100).p_value >
          1e-3);  // hidden in single values
    CHECK(nn::birthday_spacings_test(grid).p_value < 1e-6);
}

TEST_CASE("two cells leave one degree of freedom", "[randomness]") {
    std::vector<double> u(100, 0.25),
        pairs(200, 0.25);  // 60 below a half, 40 above
    for (std::size_t i = 60; i < 100; ++i) u[i] = pairs[2 * i] = 0.75;
    const double p = nn::chi_square_p_value(4.0, 1.0);
    CHECK(nn::uniformity_test(u, 2).statistic == 4.0);
    CHECK(nn::uniformity_test(u, 2).p_value == p);
    const std::vector<double> counts{60.0, 40.0}, half{0.5, 0.5};
    CHECK(nn::fit_test(counts, half).p_value == p);
    CHECK(nn::serial_pairs_test(pairs, 2).p_value ==
          nn::chi_square_p_value((35 * 35 + 15 * 15 + 25 * 25 + 25 * 25) / 25.0,
                                 3.0));
}

TEST_CASE("expected counts are honest", "[randomness]") {
    const std::vector<double> two{1.0, 2.0}, three{1.0, 2.0, 3.0}, zero{1.0, 0.0};
    CHECK(nn::chi_square(two, two) == 0.0);
    CHECK_THROWS_WITH(nn::chi_square(two, three),
                      "chi_square: 2 observed counts and 3 expected ones");
    CHECK_THROWS_WITH(nn::chi_square(two, zero),
                      oracle::mentions("cell 1 expects nothing"));
    CHECK_THROWS_WITH(nn::fit_test(two, three),
                      "fit_test: 2 counts and 3 probabilities");
    CHECK_THROWS_WITH(nn::birthday_spacings_test(two),
                      oracle::mentions("needs 512"));
}

TEST_CASE("rare cells are pooled, and the p-value stays fair", "[randomness]") {
    const std::vector<double> counts{50.0, 48.0, 1.0, 1.0, 0.0};
    const std::vector<double> p{0.5, 0.48, 0.01, 0.005, 0.005};
    const nn::TestResult pooled = nn::fit_test(counts, p);
    const std::vector<double> observed{50.0, 48.0, 2.0}, expected{50.0, 48.0, 2.0};
    CHECK(std::abs(pooled.statistic - nn::chi_square(observed, expected)) < 1e-12);
    CHECK(pooled.p_value > 0.99);
}

TEST_CASE("the error curve has the same bytes at any number of threads",
          "[monte-carlo]") {
    int steps = 0;
    const nn::ErrorCurve alone = nn::error_curve(7, 32, 10, 1, [&] { ++steps; });
    CHECK(steps == 32);
    CHECK(alone.darts == std::vector<double>{64, 128, 256, 512, 1024});
    for (const unsigned threads : {2u, 3u, 8u})
        CHECK(nn::error_curve(7, 32, 10, threads).error == alone.error);
    CHECK(nn::error_curve(8, 32, 10, 1).error != alone.error);
}

TEST_CASE("work cut by threads changes with their number", "[monte-carlo]") {
    CHECK(nn::pi_cut_by_threads(42, 1) != nn::pi_cut_by_threads(42, 2));
    CHECK(nn::pi_cut_by_threads(42, 2) == nn::pi_cut_by_threads(42, 2));
    for (const unsigned threads : {2u, 3u, 8u})
        CHECK(nn::pi_cut_by_shards(42, threads) == nn::pi_cut_by_shards(42, 1));
    CHECK(std::abs(nn::pi_cut_by_threads(42, 3) - 3.14159265) <
          5.0 * nn::expected_error(1 << 20));
}

TEST_CASE("a slope needs two points", "[monte-carlo]") {
    const std::vector<double> one{1.0}, two{1.0, 10.0}, falling{1.0, 0.1};
    CHECK(std::abs(nn::log_log_slope(two, falling) + 1.0) < 1e-15);
    CHECK_THROWS_WITH(nn::log_log_slope(one, one), oracle::mentions("at least 2"));
    CHECK_THROWS_WITH(nn::log_log_slope(two, one),
                      "log_log_slope: 2 x and 1 y; as many of both, at least 2");
}
