/// Power laws, forecasts, and the trainings that they are asked of.
#include "scaling_law.hpp"
#include "scaling_trial.hpp"
#include "support/catch.hpp"

namespace {

const std::vector<double> sizes{1, 10, 100, 1000};

/// A text that a model can learn: 0 1 2 0 1 2 …
struct Rhyme {
    Rhyme() {
        for (std::size_t i = 0; i < tokens.size(); ++i)
            tokens[i] = nn::Token(i % 3);
    }
    nn::TextToLearn text() const {
        const std::span<const nn::Token> all(tokens);
        return {3, all.first(400), all.subspan(400)};
    }
    std::vector<nn::Token> tokens = std::vector<nn::Token>(600);
};

}  // namespace

TEST_CASE("a power law without noise is found", "[scaling]") {
    const std::vector<double> y{8, 4, 2, 1};
    const nn::PowerLaw law = nn::fit_power_law(sizes, y);
    CHECK(law.factor == Approx(8));
    CHECK(law.exponent == Approx(-std::log10(2.0)));
    CHECK(law.exponent_error < 1e-12);
    CHECK(law.at(10'000) == Approx(0.5));
    CHECK(std::abs(nn::error_of_forecast(sizes, y)) < 1e-12);
}

TEST_CASE("a forecast is above what came where too much was foretold",
          "[scaling]") {
    CHECK(nn::error_of_forecast(sizes, std::vector<double>{8, 4, 2, 0.5}) ==
          Approx(1.0));
    CHECK(nn::error_of_forecast(sizes, std::vector<double>{8, 4, 2, 2}) ==
          Approx(-0.5));
}

TEST_CASE("power laws refuse what has none", "[scaling]") {
    const std::vector<double> two{1, 2}, three{1, 2, 3}, bad{1, 0, 3};
    CHECK_THROWS_WITH(nn::fit_power_law(two, two),
                      "fit_power_law: 2 x and 2 y; as many of both, at least 3");
    CHECK_THROWS_WITH(nn::fit_power_law(three, two),
                      oracle::mentions("3 x and 2 y"));
    CHECK_THROWS_WITH(nn::fit_power_law(three, bad),
                      oracle::mentions("0.000000 is no number of a power law"));
    CHECK_THROWS_WITH(nn::fit_power_law(bad, three),
                      oracle::mentions("is no number of a power law"));
    CHECK_THROWS_WITH(
        nn::error_of_forecast(three, two),
        "error_of_forecast: 3 x and 2 y; as many of both, at least 4");
    CHECK_THROWS_WITH(nn::error_of_forecast({}, {}), oracle::mentions("0 x"));
    CHECK_THROWS_WITH(nn::error_of_forecast(three, three),
                      oracle::mentions("2 x and 2 y"));
}

TEST_CASE("a model of a size learns, and again the same", "[scaling]") {
    const Rhyme rhyme;
    const nn::ScalingTrial trial{.width = 8, .steps = 40, .seed = 3};
    std::size_t steps = 0;
    const double loss = nn::scaled_loss(trial, rhyme.text(), [&] { ++steps; });
    CHECK(steps == 40);
    CHECK(loss < 0.5);  // log 3 = 1.1 for who knows nothing
    CHECK(nn::scaled_loss(trial, rhyme.text()) == loss);
    CHECK(nn::scaled_shape(3, 8).block.attention.width == 8);
    CHECK(nn::scaled_shape(3, 8).vocabulary == 3);
}

TEST_CASE("of a text only the front is learnt", "[scaling]") {
    Rhyme rhyme;
    const nn::ScalingTrial front{.width = 8, .tokens = 100, .steps = 16};
    const double before = nn::scaled_loss(front, rhyme.text());
    for (std::size_t i = 100; i < 400; ++i) rhyme.tokens[i] = 0;
    CHECK(nn::scaled_loss(front, rhyme.text()) == before);
    const nn::ScalingTrial all{.width = 8, .steps = 16};
    CHECK(nn::scaled_loss(all, rhyme.text()) != before);
}

TEST_CASE("trials refuse too few steps and texts too short", "[scaling]") {
    const Rhyme rhyme;
    CHECK_THROWS_WITH(nn::scaled_loss({.steps = 7}, rhyme.text()),
                      "scaled_loss: 7 steps; give at least 8");
    nn::TextToLearn text = rhyme.text();
    text.held_out = text.held_out.first(32);
    CHECK_THROWS_AS(nn::scaled_loss({.steps = 8}, text), std::invalid_argument);
    CHECK_THROWS_AS(nn::scaled_loss({.tokens = 32, .steps = 8}, rhyme.text()),
                    std::invalid_argument);
}
