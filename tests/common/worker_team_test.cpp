#include "nn/worker_team.hpp"

#include <atomic>
#include <numeric>
#include <stdexcept>
#include <vector>

#include "support/catch.hpp"

TEST_CASE("a team does each shard once, round after round", "[worker-team]") {
    for (const unsigned threads : {1u, 2u, 3u, 5u}) {
        nn::WorkerTeam team(threads);
        std::vector<int> done(7, 0);
        for (int round = 1; round <= 2000; ++round) {
            team.for_each_shard(done.size(), [&](std::size_t s) { ++done[s]; });
            // when it returns, every shard of the round is done and seen
            REQUIRE(done == std::vector<int>(7, round));
        }
        team.for_each_shard(0, [](std::size_t) { FAIL("there is no shard"); });
    }
}

TEST_CASE("a team's threads work side by side", "[worker-team]") {
    nn::WorkerTeam team(2);
    std::atomic<int> arrived{0};
    team.for_each_shard(2, [&](std::size_t) {  // each waits for the other
        ++arrived;
        while (arrived < 2) std::this_thread::yield();
    });
    CHECK(arrived == 2);
}

TEST_CASE("a team needs a thread", "[worker-team]") {
    CHECK_THROWS_AS(nn::WorkerTeam(0), std::invalid_argument);
}
