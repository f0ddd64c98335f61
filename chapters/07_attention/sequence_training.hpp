/// \file
/// \brief How a model learns to write sequences.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "nn/clipping.hpp"
#include "nn/optimizer.hpp"
#include "nn/require.hpp"
#include "nn/sequence_pairs.hpp"
#include "nn/sharded_gradient.hpp"

namespace nn {

/// \brief How it is trained.
// [snip:sequence-training]
struct SequenceTraining {
    std::size_t updates = 300;
    std::size_t shards = 4;         ///< batches of an update, added up in order
    double learning_rate = 0.01;    ///< Adam's; a tenth of it in the last quarter
    double longest_gradient = 1.0;  ///< clipped to this norm
    unsigned threads = 1;           ///< the result does not depend on it
};
// [snip:sequence-training]

/// \brief Trains on batches from `next`, whose lengths may differ from batch to
/// batch; calls `done` after each update. Returns the mean loss of the last update,
/// in nats a symbol.
///
/// The batches, such that the model can learn them, are drawn one after the other,
/// then learnt a shard each. Throws std::invalid_argument for no updates or no
/// shards.
// [snip:train-sequences]
template <class Model>
double train_sequences(Model& model, const SequenceTraining& training,
                       const std::function<SequencePairs()>& next,
                       const std::function<void()>& done) {
    const auto [updates, shards, rate, longest, threads] = training;
    require(updates > 0 && shards > 0, "train_sequences",
            std::to_string(updates) + " updates of " + std::to_string(shards) +
                " batches; give at least 1 of each");
    ShardedGradient sum(model.layout().size(), shards, threads);
    Adam<float> fast({.learning_rate = float(rate)});
    Adam<float> slow({.learning_rate = float(rate / 10)});
    std::vector<typename Model::Pass> passes(shards);
    std::vector<SequencePairs> batches(shards);
    double loss = 0.0;
    for (std::size_t i = 0; i < updates; ++i) {
        // [snip:sequence-update]
        std::size_t symbols = 0;
        for (SequencePairs& batch : batches)
            batch = next(), symbols += batch.target.size();
        const auto learn = [&](std::size_t shard, std::span<float> gradient) {
            return model.learn(batches[shard], 1.0F / float(symbols), passes[shard],
                               gradient);
        };
        loss = sum.sum(learn) / double(symbols);
        clip_by_norm(sum.gradient(), longest);
        // [snip:sequence-update]
        const std::size_t turn = updates - updates / 4;
        if (i == turn) slow.resume(fast.state());
        (i < turn ? fast : slow).step(model.parameters(), sum.gradient());
        done();
    }
    return loss;
}
// [snip:train-sequences]

}  // namespace nn
