/// AdamW and its rates: states, threads, and what is refused. The formulas are in
/// formulas_training.cpp.
#include "adamw.hpp"

#include <cstring>
#include <limits>

#include "nn/rng.hpp"
#include "rate_schedule.hpp"
#include "support/catch.hpp"

namespace {

nn::ParameterLayout large() {
    nn::ParameterLayout layout;
    layout.add("W", 300, 400);
    layout.add("b", 300, 1);
    return layout;
}

std::vector<float> random_numbers(std::size_t n, std::uint32_t seed) {
    nn::Rng rng(seed);
    std::vector<float> numbers(n);
    for (float& x : numbers) x = static_cast<float>(rng.normal());
    return numbers;
}

/// Three steps with so many threads; `between` after the second.
template <class Between>
std::vector<float> walk(unsigned threads, const Between& between) {
    const nn::ParameterLayout layout = large();
    nn::AdamW adamw(layout, {});
    nn::WorkerTeam team(threads);
    std::vector<float> w = random_numbers(layout.size(), 1);
    for (std::uint32_t step = 0; step < 3; ++step) {
        adamw.step(w, random_numbers(layout.size(), 2 + step), 0.01, team);
        if (step == 1) between(adamw);
    }
    return w;
}

bool same(const std::vector<float>& one, const std::vector<float>& other) {
    return std::memcmp(one.data(), other.data(), one.size() * sizeof(float)) == 0;
}

constexpr double infinity = std::numeric_limits<double>::infinity();

}  // namespace

TEST_CASE("AdamW gives the same bytes at any number of threads", "[adamw-unit]") {
    const std::vector<float> one = walk(1, [](nn::AdamW&) {});
    CHECK(same(one, walk(2, [](nn::AdamW&) {})));
    CHECK(same(one, walk(3, [](nn::AdamW&) {})));
}

TEST_CASE("an AdamW that goes on from a state goes on as if never stopped",
          "[adamw-unit]") {
    const std::vector<float> one = walk(1, [](nn::AdamW&) {});
    const auto by_another = [](nn::AdamW& adamw) {
        nn::AdamW other(large(), {});
        other.resume(adamw.state());
        adamw = other;
    };
    CHECK(same(one, walk(1, by_another)));
}

TEST_CASE("matrices shrink by themselves, vectors do not", "[adamw-unit]") {
    nn::ParameterLayout layout;
    layout.add("W", 1, 2), layout.add("b", 2, 1);
    nn::AdamW adamw(layout, {.weight_decay = 0.5});
    nn::WorkerTeam team(1);
    std::vector<float> w(4, 1.0F);
    adamw.step(w, std::vector<float>(4), 0.25, team);
    CHECK(w == std::vector<float>{0.875F, 0.875F, 1.0F, 1.0F});
}

TEST_CASE("AdamW refuses settings out of their bounds", "[adamw-unit]") {
    const auto with = [](const nn::AdamWSettings& settings) {
        return nn::AdamW(large(), settings);
    };
    const char* const bounds =
        "; betas lie in [0, 1), epsilon above 0, the decay at 0 or above, and both "
        "are finite";
    CHECK_THROWS_WITH(with({.beta1 = 1.0}), oracle::mentions(bounds));
    CHECK_THROWS_WITH(with({.beta1 = -0.1}), oracle::mentions(bounds));
    CHECK_THROWS_WITH(with({.beta2 = 1.0}), oracle::mentions(bounds));
    CHECK_THROWS_WITH(with({.beta2 = std::nan("")}), oracle::mentions(bounds));
    CHECK_THROWS_WITH(with({.epsilon = 0.0}), oracle::mentions(bounds));
    CHECK_THROWS_WITH(with({.epsilon = infinity}), oracle::mentions(bounds));
    CHECK_THROWS_WITH(with({.weight_decay = -1.0}), oracle::mentions(bounds));
    CHECK_THROWS_WITH(with({.weight_decay = infinity}), oracle::mentions(bounds));
    CHECK_NOTHROW(with({.beta1 = 0.0, .beta2 = 0.0, .weight_decay = 0.0}));
}

TEST_CASE("AdamW refuses steps and states that do not fit", "[adamw-unit]") {
    nn::ParameterLayout layout;
    layout.add("W", 1, 2);
    nn::AdamW adamw(layout, {});
    nn::WorkerTeam team(1);
    std::vector<float> two(2), three(3);
    for (const double bad : {0.0, -1.0, infinity, std::nan("")})
        CHECK_THROWS_WITH(adamw.step(two, two, bad, team),
                          oracle::mentions("AdamW: the learning rate is"));
    CHECK_THROWS_WITH(adamw.step(two, three, 0.1, team),
                      "AdamW: 2 parameters and a gradient of 3; the lengths must "
                      "agree");
    CHECK_THROWS_WITH(adamw.step(three, three, 0.1, team),
                      "AdamW: 2 parameters and a gradient of 3; the lengths must "
                      "agree");
    CHECK_THROWS_WITH(adamw.resume({two, three, 1, 1}),
                      "AdamW: a state of 2 and 3 numbers for 2 parameters; give as "
                      "many");
    CHECK_THROWS_WITH(adamw.resume({three, two, 1, 1}),
                      oracle::mentions("3 and 2 numbers"));
    for (const float bad : {-0.5F, 1.5F, std::nanf("")}) {
        CHECK_THROWS_WITH(adamw.resume({two, two, bad, 1}),
                          oracle::mentions("a power of beta lies within [0, 1]"));
        CHECK_THROWS_WITH(adamw.resume({two, two, 1, bad}),
                          oracle::mentions("a power of beta lies within [0, 1]"));
    }
    CHECK(two == std::vector<float>(2));
}

TEST_CASE("a rate rises to its highest, falls to its lowest and stays", "[rates]") {
    const nn::RateSchedule schedule{1.0, 0.25, 4, 12};
    CHECK(nn::rate_at(schedule, 0) == 0.25);
    CHECK(nn::rate_at(schedule, 3) == 1.0);
    CHECK(nn::rate_at(schedule, 4) == 1.0);
    CHECK(nn::rate_at(schedule, 8) == Approx(0.625));
    CHECK(nn::rate_at(schedule, 12) == 0.25);
    CHECK(nn::rate_at(schedule, 1'000'000) == 0.25);
    CHECK(nn::rate_at({1.0, 0.25, 0, 12}, 0) == 1.0);
    CHECK(nn::rate_at({1.0, 0.25, 20, 12}, 12) == Approx(13.0 / 20));
}
