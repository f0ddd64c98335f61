/// \file
/// \brief The gradient of a batch, a part of the batch a shard.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "nn/worker_team.hpp"

namespace nn {

/// \brief The work of a shard: adds its slopes to the gradient, returns its loss.
// [snip:sharded-gradient]
using ShardWork =
    std::function<double(std::size_t shard, std::span<float> gradient)>;

/// \brief Losses and gradients of shards, added up in the order of their numbers.
///
/// The same bytes at any number of threads, as long as the shards are cut without
/// a look at it.
class ShardedGradient {
public:
    /// \brief Throws std::invalid_argument if `threads` is 0.
    ShardedGradient(std::size_t parameters, std::size_t shards, unsigned threads);

    /// \brief The sum of the losses; the gradients are added up too.
    double sum(const ShardWork& work);

    std::span<float> gradient() { return gradients_.front(); }

private:
    std::vector<std::vector<float>> gradients_;
    std::vector<double> losses_;
    WorkerTeam team_;
};
// [snip:sharded-gradient]

}  // namespace nn
