/// Drawing at a temperature: the ends, the shares, and what is refused.
#include "nn/sampling.hpp"

#include <cmath>
#include <limits>

#include "support/catch.hpp"

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double quiet_nan = std::numeric_limits<double>::quiet_NaN();

using Scores = std::vector<double>;

Scores at_temperature(const Scores& z, double temperature) {
    Scores p(z.size());
    nn::softmax_at_temperature<double>(z, temperature, p);
    return p;
}

}  // namespace

TEST_CASE("at temperature 1 it is softmax", "[sampling]") {
    const Scores z{0.3, -2.0, 5.0, 5.0};
    Scores p(z.size());
    nn::softmax<double>(z, p);
    CHECK(at_temperature(z, 1.0) == p);
}

TEST_CASE("cold is sharp, hot is flat", "[sampling]") {
    const Scores z{1.0, 0.0, -1.0};
    CHECK(at_temperature(z, 1e-300) == Scores{1.0, 0.0, 0.0});
    for (const double share : at_temperature(z, 1e300)) CHECK(share == 1.0 / 3.0);
    CHECK(at_temperature(z, 0.5)[0] > at_temperature(z, 1.0)[0]);
    CHECK(at_temperature(z, 2.0)[0] < at_temperature(z, 1.0)[0]);
    constexpr double largest = std::numeric_limits<double>::max();
    CHECK(at_temperature({largest, -largest}, 0.5) == Scores{1.0, 0.0});
}

TEST_CASE("draws come in their shares", "[sampling]") {
    nn::Rng rng(7);
    const std::vector<float> z{0.0F, std::log(2.0F), -HUGE_VALF, std::log(5.0F)};
    std::vector<int> drawn(4);
    for (int i = 0; i < 80'000; ++i)
        ++drawn[nn::draw_at_temperature<float>(z, 1.0, rng)];
    CHECK(std::abs(drawn[0] - 10'000) < 500);  // 5 standard deviations: 468
    CHECK(std::abs(drawn[1] - 20'000) < 620);  // 612
    CHECK(drawn[2] == 0);
    CHECK(std::abs(drawn[3] - 50'000) < 690);  // 685
}

TEST_CASE("a draw takes one uniform number", "[sampling]") {
    nn::Rng rng(3), twin(3);
    const Scores z{0.5, 0.25, 4.0};
    for (int i = 0; i < 100; ++i) {
        const std::size_t drawn = nn::draw_at_temperature<double>(z, 0.8, rng);
        CHECK(drawn == nn::InverseCdf(at_temperature(z, 0.8)).draw(twin.uniform()));
    }
    CHECK(rng.bits32() == twin.bits32());
    nn::draw_at_temperature<double>(Scores{1.0}, 1.0, rng);
}

TEST_CASE("temperatures and scores that cannot be", "[sampling]") {
    nn::Rng rng(1);
    const Scores z{1.0, 2.0};
    for (const double bad : {0.0, -1.0, infinity, quiet_nan})
        CHECK_THROWS_WITH(nn::draw_at_temperature<double>(z, bad, rng),
                          "softmax_at_temperature: the temperature is " +
                              std::to_string(bad) +
                              "; it must be above 0 and finite: 0.1 nearly always "
                              "draws the likeliest");
    const std::string lengths =
        " probabilities; give at least 1, and as many of both";
    CHECK_THROWS_WITH(nn::draw_at_temperature<double>(Scores{}, 1.0, rng),
                      "softmax_at_temperature: 0 scores and room for 0" + lengths);
    Scores three(3);
    CHECK_THROWS_WITH(nn::softmax_at_temperature<double>(z, 1.0, three),
                      "softmax_at_temperature: 2 scores and room for 3" + lengths);
    for (const Scores& bad : {Scores{quiet_nan, 1.0}, Scores{1.0, infinity}})
        CHECK_THROWS_WITH(nn::draw_at_temperature<double>(bad, 1.0, rng),
                          oracle::mentions("InverseCdf"));
}
