/// Positions as vectors: the known products, what is refused, and the way back.
#include "nn/multi_head.hpp"
#include "nn/position_table.hpp"
#include "nn/rng.hpp"
#include "nn/rotary.hpp"
#include "position_geometry.hpp"
#include "support/catch.hpp"

TEST_CASE("PE(p) · PE(p + k) at d = 128", "[positions]") {
    const arma::mat P = nn::sinusoidal_encoding(128, 1101);
    const std::pair<std::size_t, double> known[] = {
        {0, 64.0}, {1, 62.093684}, {10, 42.820023}, {100, 30.543455}};
    for (const auto& [k, product] : known) {
        CHECK(std::abs(nn::position_product(double(k), 128) - product) <= 5e-7);
        for (const std::size_t p : {0, 1, 57, 1000})
            CHECK(std::abs(arma::dot(P.col(p), P.col(p + k)) - product) <= 6e-7);
    }
}

TEST_CASE("the matrix of sinusoids has an odd last sine", "[positions]") {
    const arma::mat P = nn::sinusoidal_encoding(5, 3);
    CHECK((P.n_rows == 5 && P.n_cols == 3));
    for (std::size_t i = 0; i < 5; ++i)
        for (std::size_t t = 0; t < 3; ++t)
            CHECK(P(i, t) == nn::sinusoid<double>(double(t), i, 5));
    CHECK(P(4, 2) == std::sin(2 * std::pow(10000.0, -0.8)));
}

TEST_CASE("a rotation steps from any position to another", "[positions]") {
    const arma::mat P = nn::sinusoidal_encoding(6, 40);
    const arma::mat there = nn::position_rotation(7, 6) * P.col(20),
                    back = nn::position_rotation(-7, 6) * P.col(20);
    CHECK(arma::approx_equal(there, P.col(27), "absdiff", 1e-13));
    CHECK(arma::approx_equal(back, P.col(13), "absdiff", 1e-13));
}

TEST_CASE("turned back, a vector is what it was", "[positions]") {
    nn::Rng rng(5);
    arma::mat X(7, 20);
    rng.fill_normal({X.memptr(), X.n_elem});
    const arma::mat before = X;
    const nn::RotaryTurns<double> turns(7, 30);  // more positions than needed
    nn::rotate(X, turns);
    CHECK_FALSE(arma::approx_equal(X, before, "absdiff", 0.1));
    nn::rotate(X, turns, true);
    CHECK(arma::approx_equal(X, before, "absdiff", 1e-14));
}

TEST_CASE("positions refuse what they cannot do", "[positions]") {
    CHECK_THROWS_WITH(nn::clock_speed<double>(3, 6), oracle::mentions("it has 3"));
    CHECK_NOTHROW(nn::clock_speed<double>(3, 7));
    CHECK_THROWS_WITH(nn::clock_wavelength(1, 2), oracle::mentions("clock 1"));
    CHECK_THROWS_WITH(nn::sinusoidal_encoding(0, 4),
                      oracle::mentions("0 numbers for 4 tokens"));
    CHECK_THROWS_WITH(nn::sinusoidal_encoding(4, 0),
                      oracle::mentions("4 numbers for 0 tokens"));
    for (const std::size_t bad : {0, 5}) {
        CHECK_THROWS_WITH(nn::position_rotation(1, bad),
                          oracle::mentions("give an even number"));
        CHECK_THROWS_WITH(nn::position_product(1.0, bad),
                          oracle::mentions("give an even number"));
    }
    const std::vector<double> two(2), three(3);
    CHECK_THROWS_WITH(nn::rotary_score<double>(two, three, 1.0),
                      oracle::mentions("q has 2 numbers and k has 3"));
    arma::mat X(4, 6, arma::fill::ones);
    CHECK_THROWS_WITH(nn::rotate(X, nn::RotaryTurns<double>(4, 5)),
                      oracle::mentions("2 pairs at 5 positions"));
    CHECK_THROWS_WITH(nn::rotate(X, nn::RotaryTurns<double>(6, 6)),
                      oracle::mentions("X is 4 × 6"));
    CHECK_THROWS_WITH(nn::linear_bias_slope(8, 8), oracle::mentions("head 8 of 8"));
}

TEST_CASE("a learned table refuses what it has no vector for", "[positions]") {
    nn::ParameterLayout layout;
    const nn::PositionTable table(layout, "places", 3, 4);
    std::vector<float> numbers(layout.size());
    arma::fmat X(3, 10, arma::fill::zeros);
    CHECK_THROWS_WITH(
        table.add_to(layout, numbers, 2, X),
        oracle::mentions("a sequence of 5 tokens and 4 learned positions"));
    for (const std::size_t bad : {0, 3})
        CHECK_THROWS_WITH(table.add_to(layout, numbers, bad, X),
                          oracle::mentions("10 tokens in " + std::to_string(bad)));
    CHECK_THROWS_WITH(table.backward(layout, X, 2, numbers),
                      oracle::mentions("a sequence of 5 tokens"));
    CHECK_THROWS_WITH(nn::PositionTable(layout, "p", 0, 4),
                      oracle::mentions("give at least 1 of each"));
    CHECK_THROWS_WITH(nn::PositionTable(layout, "p", 3, 0),
                      oracle::mentions("give at least 1 of each"));
    CHECK(layout.tensors().size() == 1);
}

TEST_CASE("a learned vector's slope is the sum of its tokens'", "[positions]") {
    nn::ParameterLayout layout;
    const nn::PositionTable table(layout, "places", 2, 4);
    std::vector<float> gradient(layout.size(), 1.0F);  // slopes are added
    arma::fmat dX{{1, 2, 3, 10, 20, 30}, {4, 5, 6, 40, 50, 60}};
    table.backward(layout, dX, 2, gradient);
    const std::vector<float> expected{12, 45, 23, 56, 34, 67, 1, 1};
    CHECK(gradient == expected);
}
