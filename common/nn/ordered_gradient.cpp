#include "nn/ordered_gradient.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <thread>

namespace nn {

// [snip:ordered-begin]
OrderedGradient::OrderedGradient(std::size_t parameters, std::size_t shards,
                                 unsigned threads)
    : gradient_(parameters), losses_(shards), left_(shards), team_(threads) {}
// [snip:ordered-begin]

// [snip:wait-for-turn]
/// \brief The shard has left all stages before this one. The one before it was
/// begun earlier, by this thread or another: it will come through.
void OrderedGradient::wait_for_turn(std::size_t shard, std::size_t stage) {
    left_[shard].store(stage, std::memory_order_release);
    if (shard == 0) return;
    while (left_[shard - 1].load(std::memory_order_acquire) <= stage)
        std::this_thread::yield();
}
// [snip:wait-for-turn]

// [snip:ordered-sum]
double OrderedGradient::sum(const OrderedWork& work) {
    constexpr std::size_t all = std::numeric_limits<std::size_t>::max();
    std::fill(gradient_.begin(), gradient_.end(), 0.0F);
    for (std::atomic<std::size_t>& stages : left_) stages = 0;
    team_.for_each_shard(losses_.size(), [&](std::size_t shard) {
        losses_[shard] = work(shard, gradient_, [&](std::size_t stage) {
            wait_for_turn(shard, stage);
        });
        left_[shard].store(all, std::memory_order_release);
    });
    return std::accumulate(losses_.begin(), losses_.end(), 0.0);
}
// [snip:ordered-sum]

}  // namespace nn
