#include "nn/ordered_gradient.hpp"

#include <cstring>

#include "nn/rng.hpp"
#include "support/catch.hpp"

namespace {

constexpr std::size_t stages = 5, each = 200;

/// Losses and slopes of numbers whose sum depends on its order.
std::pair<double, std::vector<float>> sum_of(unsigned threads) {
    nn::OrderedGradient ordered(stages * each, 13, threads);
    double loss = 0.0;
    for (int round = 0; round < 20; ++round)
        loss += ordered.sum([](std::size_t shard, std::span<float> gradient,
                               const nn::AddingTurn& turn) {
            nn::Rng rng(static_cast<std::uint32_t>(shard));
            for (std::size_t stage = 0; stage < stages; ++stage) {
                turn(stage);
                for (float& slope : gradient.subspan(stage * each, each))
                    slope += static_cast<float>(rng.normal());
            }
            return rng.normal();
        });
    return {loss, {ordered.gradient().begin(), ordered.gradient().end()}};
}

}  // namespace

TEST_CASE("slopes are added in the order of the shards, at any number of threads",
          "[ordered]") {
    const auto [loss, gradient] = sum_of(1);
    for (const unsigned threads : {2U, 3U, 4U}) {
        const auto [other_loss, other] = sum_of(threads);
        CHECK(other_loss == loss);
        CHECK(std::memcmp(other.data(), gradient.data(),
                          gradient.size() * sizeof(float)) == 0);
    }
}

TEST_CASE("a shared gradient begins at zero each time", "[ordered]") {
    nn::OrderedGradient ordered(2, 3, 2);
    for (int round = 0; round < 2; ++round) {
        const double loss =
            ordered.sum([](std::size_t shard, std::span<float> gradient,
                           const nn::AddingTurn& turn) {
                turn(0);
                gradient[0] += static_cast<float>(shard + 1);
                turn(1);
                return static_cast<double>(shard);
            });
        CHECK(loss == 3.0);
        CHECK(ordered.gradient()[0] == 6.0F);
        CHECK(ordered.gradient()[1] == 0.0F);
    }
    CHECK_THROWS_AS(nn::OrderedGradient(2, 3, 0), std::invalid_argument);
}

TEST_CASE("a shard that adds nothing keeps nobody waiting", "[ordered]") {
    nn::OrderedGradient ordered(1, 4, 2);
    ordered.sum([](std::size_t shard, std::span<float> gradient,
                   const nn::AddingTurn& turn) {
        if (shard % 2 == 0) return 0.0;
        for (std::size_t stage = 0; stage < 3; ++stage) turn(stage);
        gradient[0] += 1.0F;
        return 0.0;
    });
    CHECK(ordered.gradient()[0] == 2.0F);
}
