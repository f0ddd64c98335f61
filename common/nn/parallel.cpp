#include "nn/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>
#include <vector>

#include "nn/require.hpp"

namespace nn {

// [snip:for-each-shard]
void for_each_shard(std::size_t shards, unsigned threads,
                    const std::function<void(std::size_t)>& work) {
    require(threads > 0, "for_each_shard", "0 threads; give at least 1");
    std::atomic<std::size_t> next{0};
    std::vector<std::exception_ptr> errors(shards);
    const auto take_shards = [&] {
        for (std::size_t shard = next++; shard < shards; shard = next++) {
            try {
                work(shard);
            } catch (...) {
                errors[shard] = std::current_exception();
                next = shards;  // no more work; the shards below this one are taken
            }
        }
    };
    // [snip:for-each-shard]
    // [snip:shard-threads]
    std::vector<std::thread> helpers;
    for (std::size_t t = 1; t < std::min<std::size_t>(threads, shards); ++t)
        helpers.emplace_back(take_shards);
    take_shards();  // this thread works too
    for (std::thread& helper : helpers) helper.join();
    for (const std::exception_ptr& error : errors)
        if (error) std::rethrow_exception(error);
}
// [snip:shard-threads]

}  // namespace nn
