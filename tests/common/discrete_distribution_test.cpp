#include "nn/discrete_distribution.hpp"

#include <cmath>
#include <vector>

#include "nn/rng.hpp"
#include "support/catch.hpp"

TEST_CASE("both samplers keep to the weights, zeros included", "[sampling]") {
    const std::vector<double> weights{0.0, 3.0, 0.0, 1.0, 4.0, 0.0};
    nn::Rng rng(3);
    std::vector<double> u(80'000);
    rng.fill_uniform(u);
    const nn::InverseCdf by_cdf(weights);
    const nn::AliasTable by_alias(weights);
    std::vector<double> cdf(6), alias(6);
    for (const double value : u)
        ++cdf[by_cdf.draw(value)], ++alias[by_alias.draw(value)];
    for (const std::size_t i : {0u, 2u, 5u}) CHECK(cdf[i] + alias[i] == 0.0);
    for (const std::size_t i : {1u, 3u, 4u}) {
        CHECK(std::abs(cdf[i] - 1e4 * weights[i]) <
              5.0 * std::sqrt(1e4 * weights[i]));
        CHECK(std::abs(alias[i] - 1e4 * weights[i]) <
              5.0 * std::sqrt(1e4 * weights[i]));
    }
    CHECK(by_cdf.draw(0.0) == 1);
    CHECK(by_cdf.draw(1.0 - 0x1p-53) == 4);
    CHECK(by_alias.draw(1.0 - 0x1p-53) < 6);
}

TEST_CASE("one thing to draw is always drawn", "[sampling]") {
    const std::vector<double> one{0.25};
    CHECK(nn::InverseCdf(one).draw(0.999) == 0);
    CHECK(nn::AliasTable(one).draw(0.999) == 0);
}

TEST_CASE("weights that make no distribution are refused", "[sampling]") {
    const std::vector<std::vector<double>> bad{
        {}, {0.0, 0.0}, {1.0, -1.0}, {1.0, double{NAN}}, {1.0, double{INFINITY}}};
    for (const std::vector<double>& weights : bad) {
        CHECK_THROWS_AS(nn::InverseCdf(weights), std::invalid_argument);
        CHECK_THROWS_AS(nn::AliasTable(weights), std::invalid_argument);
    }
    CHECK_THROWS_WITH(nn::AliasTable(bad[2]), oracle::mentions("weight 1 is -1"));
}
