#include "paired_gain.hpp"

#include "support/catch.hpp"

TEST_CASE("gains that do not differ tell nothing", "[paired-gain-edges]") {
    CHECK(nn::paired_gain({0.5, 0.5, 0.5, 0.5}) == 0.0);
    CHECK(nn::paired_gain({1.0}) == 0.0);
    CHECK(nn::paired_gain({1.0, -1.0}) == 0.0);
    CHECK(nn::paired_gain({3.0, 1.0}) > 0.0);
    CHECK(nn::paired_gain({-3.0, -1.0}) < 0.0);
    CHECK_THROWS_WITH(nn::paired_gain({}),
                      "paired_gain: no gains; give at least 1");
}

TEST_CASE("answers and losses, example by example", "[paired-gain-edges]") {
    const arma::rowvec z{2.0, -2.0, 0.0}, y{1.0, 1.0, 1.0};
    const arma::rowvec right = nn::right_answers(z, y),
                       losses = nn::log_losses(z, y);
    CHECK(right[0] == 1.0);
    CHECK(right[1] == 0.0);
    CHECK(right[2] == 1.0);
    CHECK(losses[1] > 2.0);
    CHECK(losses[0] < losses[2]);
    CHECK_THROWS_WITH(nn::right_answers(z, {1.0}),
                      oracle::mentions("right_answers: 3 logits and 1 labels"));
    CHECK_THROWS_WITH(nn::log_losses({}, {}),
                      oracle::mentions("log_losses: 0 logits"));
}
