#include "nn/sharded_gradient.hpp"

#include <algorithm>
#include <numeric>

namespace nn {

// [snip:sharded-sum]
ShardedGradient::ShardedGradient(std::size_t parameters, std::size_t shards,
                                 unsigned threads)
    : gradients_(shards, std::vector<float>(parameters)),
      losses_(shards),
      team_(threads) {}

double ShardedGradient::sum(const ShardWork& work) {
    team_.for_each_shard(losses_.size(), [&](std::size_t shard) {
        std::fill(gradients_[shard].begin(), gradients_[shard].end(), 0.0F);
        losses_[shard] = work(shard, gradients_[shard]);
    });
    for (std::size_t shard = 1; shard < gradients_.size(); ++shard)
        for (std::size_t i = 0; i < gradients_[0].size(); ++i)
            gradients_[0][i] += gradients_[shard][i];
    return std::accumulate(losses_.begin(), losses_.end(), 0.0);
}
// [snip:sharded-sum]

}  // namespace nn
