#include "nn/sharded_gradient.hpp"

#include <cstring>

#include "nn/rng.hpp"
#include "support/catch.hpp"

namespace {

/// Losses and gradients of numbers whose sum depends on its order.
std::pair<double, std::vector<float>> sum_of(unsigned threads) {
    nn::ShardedGradient sharded(1000, 13, threads);
    double loss = 0.0;
    for (int round = 0; round < 3; ++round)
        loss += sharded.sum([](std::size_t shard, std::span<float> gradient) {
            nn::Rng rng(static_cast<std::uint32_t>(shard));
            for (float& slope : gradient) slope += static_cast<float>(rng.normal());
            return rng.normal();
        });
    return {loss, {sharded.gradient().begin(), sharded.gradient().end()}};
}

}  // namespace

TEST_CASE("shards are added up in their order, at any number of threads",
          "[sharded]") {
    const auto [loss, gradient] = sum_of(1);
    for (const unsigned threads : {2U, 4U}) {
        const auto [other_loss, other] = sum_of(threads);
        CHECK(other_loss == loss);
        CHECK(std::memcmp(other.data(), gradient.data(),
                          gradient.size() * sizeof(float)) == 0);
    }
}

TEST_CASE("a sum of shards begins at zero each time", "[sharded]") {
    nn::ShardedGradient sharded(2, 3, 2);
    const auto work = [](std::size_t shard, std::span<float> gradient) {
        gradient[0] += static_cast<float>(shard + 1);
        return static_cast<double>(shard);
    };
    for (int round = 0; round < 2; ++round) {
        CHECK(sharded.sum(work) == 3.0);
        CHECK(sharded.gradient()[0] == 6.0F);
        CHECK(sharded.gradient()[1] == 0.0F);
    }
    CHECK_THROWS_AS(nn::ShardedGradient(2, 3, 0), std::invalid_argument);
}
