/// \file
/// \brief One gradient of a batch that several shards share.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "nn/worker_team.hpp"

namespace nn {

/// \brief Called before each stage of adding to a gradient, with its number.
// [snip:adding-turn]
using AddingTurn = std::function<void(std::size_t stage)>;

/// \brief The work of a shard: adds its slopes to the gradient stage by stage,
/// returns its loss.
using OrderedWork = std::function<double(
    std::size_t shard, std::span<float> gradient, const AddingTurn& turn)>;
// [snip:adding-turn]

/// \brief The losses and the gradient of a batch, a part of the batch a shard, in
/// the memory of one gradient.
///
/// At each stage a shard waits until the shard before it has left that stage, so
/// that the slopes are added in the order of the shards' numbers: the same bytes at
/// any number of threads. No two stages of a shard may add to the same place.
// [snip:ordered-gradient]
class OrderedGradient {
public:
    /// \brief Throws std::invalid_argument if `threads` is 0.
    OrderedGradient(std::size_t parameters, std::size_t shards, unsigned threads);

    /// \brief The sum of the losses, and, beside it, that of the slopes.
    ///
    /// The work must call the turns 0, 1, 2 … in their order, and must not throw.
    double sum(const OrderedWork& work);

    std::span<float> gradient() { return gradient_; }
    WorkerTeam& team() { return team_; }  ///< for what else is to be done in shards

private:
    void wait_for_turn(std::size_t shard, std::size_t stage);

    std::vector<float> gradient_;
    std::vector<double> losses_;
    std::vector<std::atomic<std::size_t>> left_;  ///< of each shard: stages done
    WorkerTeam team_;
};
// [snip:ordered-gradient]

}  // namespace nn
