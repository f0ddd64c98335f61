#include "nn/parallel.hpp"

#include <atomic>
#include <stdexcept>
#include <vector>

#include "support/catch.hpp"

TEST_CASE("each shard is worked on once, at any number of threads", "[parallel]") {
    for (const unsigned threads : {1u, 2u, 3u, 8u, 64u}) {
        std::vector<int> visits(37);
        nn::for_each_shard(visits.size(), threads,
                           [&](std::size_t s) { ++visits[s]; });
        CHECK(visits == std::vector<int>(37, 1));
    }
}

TEST_CASE("no shards, no work", "[parallel]") {
    nn::for_each_shard(0, 4, [](std::size_t) { FAIL("there is no shard"); });
}

TEST_CASE("the error of the lowest shard reaches the caller", "[parallel]") {
    for (const unsigned threads : {1u, 8u}) {
        std::atomic<int> finished{0};
        const auto work = [&](std::size_t shard) {
            ++finished;
            if (shard == 3 || shard % 100 == 11)
                throw std::runtime_error("shard " + std::to_string(shard));
        };
        CHECK_THROWS_WITH(nn::for_each_shard(1000, threads, work), "shard 3");
        CHECK(finished >= 4);
        CHECK(finished < 1000);  // work that nobody will see is not begun
    }
}

TEST_CASE("at least one thread is needed", "[parallel]") {
    CHECK_THROWS_WITH(nn::for_each_shard(1, 0, [](std::size_t) {}),
                      "for_each_shard: 0 threads; give at least 1");
}
