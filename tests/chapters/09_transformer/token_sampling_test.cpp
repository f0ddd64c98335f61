/// The next token: which may be drawn, how often, and what is refused.
#include "token_sampling.hpp"

#include <cmath>
#include <limits>

#include "nn/sampling.hpp"
#include "support/catch.hpp"

using Shares = std::vector<double>;

namespace {

/// How often each of the scores' tokens comes in so many draws.
std::vector<double> shares_drawn(const Shares& scores,
                                 const nn::SamplingSettings& settings) {
    nn::Rng rng(942);
    constexpr int draws = 20'000;
    Shares shares(scores.size());
    for (int i = 0; i < draws; ++i)
        shares[nn::draw_token<double>(scores, settings, rng)] += 1.0 / draws;
    return shares;
}

void check_close(const Shares& got, const Shares& right) {
    REQUIRE(got.size() == right.size());
    for (std::size_t i = 0; i < got.size(); ++i) {
        INFO("token " << i);
        CHECK(std::abs(got[i] - right[i]) <= (right[i] > 0 ? 0.015 : 0.0));
    }
}

// probabilities 0.2, 0.5, 0.05, 0.25
const Shares scores{std::log(4.0), std::log(10.0), std::log(1.0), std::log(5.0)};

}  // namespace

TEST_CASE("tokens are drawn as often as they are likely", "[draw-token]") {
    check_close(shares_drawn(scores, {}), {0.2, 0.5, 0.05, 0.25});
    check_close(shares_drawn(scores, {.temperature = 0.5}),
                {16.0 / 142, 100.0 / 142, 1.0 / 142, 25.0 / 142});
    check_close(shares_drawn(scores, {.top_k = 2}), {0, 2.0 / 3, 0, 1.0 / 3});
    check_close(shares_drawn(scores, {.top_k = 1}), {0, 1, 0, 0});
    check_close(shares_drawn(scores, {.top_k = 9}), {0.2, 0.5, 0.05, 0.25});
    check_close(shares_drawn(scores, {.nucleus = 0.9}),
                {4.0 / 19, 10.0 / 19, 0, 5.0 / 19});
    check_close(shares_drawn(scores, {.nucleus = 0.4}), {0, 1, 0, 0});
}

TEST_CASE("temperature, then top-k, then the nucleus of what is left",
          "[draw-token]") {
    // of the best three, 4/19 + 10/19 + 5/19, the first two have 15/19 > 0.78
    check_close(shares_drawn(scores, {.top_k = 3, .nucleus = 0.78}),
                {0, 2.0 / 3, 0, 1.0 / 3});
    // at 0.5 the first alone has 100/142 = 0.704
    check_close(shares_drawn(scores, {.temperature = 0.5, .nucleus = 0.7}),
                {0, 1, 0, 0});
}

TEST_CASE("without top-k and nucleus it is chapter 6's draw", "[draw-token]") {
    nn::Rng one(7), other(7);
    for (int i = 0; i < 200; ++i)
        CHECK(nn::draw_token<double>(scores, {.temperature = 1.3}, one) ==
              nn::draw_at_temperature<double>(scores, 1.3, other));
    const std::vector<float> floats(scores.begin(), scores.end());
    CHECK(nn::draw_token<float>(floats, {.top_k = 1}, one) == 1);
}

TEST_CASE("of equal tokens the first", "[draw-token]") {
    Shares equal(4, 0.25);
    nn::keep_top_k<double>(equal, 2);
    CHECK(equal == Shares{0.5, 0.5, 0, 0});
    Shares other(4, 0.25);
    nn::keep_nucleus<double>(other, 0.75);
    CHECK(other == Shares{1.0 / 3, 1.0 / 3, 1.0 / 3, 0});
}

TEST_CASE("what cannot be drawn from", "[draw-token]") {
    nn::Rng rng(943);
    constexpr double infinity = std::numeric_limits<double>::infinity();
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK_THROWS_WITH(
        nn::draw_token<double>(scores, {.temperature = 0}, rng),
        oracle::mentions("softmax_at_temperature: the temperature is 0.000000"));
    for (const double share : {0.0, -0.5, 1.5, nan})
        CHECK_THROWS_WITH(
            nn::draw_token<double>(scores, {.nucleus = share}, rng),
            "keep_nucleus: a share of " + std::to_string(share) +
                " of 4 tokens; give at least 1 token and a share above 0, at most "
                "1");
    for (const Shares& bad : {Shares{nan, 1.0}, Shares{1.0, infinity}})
        for (const nn::SamplingSettings& settings :
             {nn::SamplingSettings{}, nn::SamplingSettings{.top_k = 1},
              nn::SamplingSettings{.nucleus = 0.5}})
            CHECK_THROWS_WITH(nn::draw_token<double>(bad, settings, rng),
                              oracle::mentions("InverseCdf"));
    CHECK_THROWS_WITH(nn::draw_token<double>(Shares{}, {}, rng),
                      oracle::mentions("softmax_at_temperature: 0 scores"));
    Shares none, some{1.0};
    const std::string keep = " tokens; keep 1 of 1 at least";
    CHECK_THROWS_WITH(nn::keep_top_k<double>(some, 0),
                      "keep_top_k: the 0 likeliest of 1" + keep);
    CHECK_THROWS_WITH(nn::keep_top_k<double>(none, 2),
                      "keep_top_k: the 2 likeliest of 0" + keep);
    CHECK_THROWS_WITH(nn::keep_nucleus<double>(none, 0.5),
                      oracle::mentions("a share of 0.500000 of 0 tokens"));
}
