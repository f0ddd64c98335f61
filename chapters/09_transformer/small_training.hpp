/// \file
/// \brief Models so small that one thread trains them in a second.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "nn/causal_batch.hpp"
#include "rate_schedule.hpp"
#include "transformer.hpp"

namespace nn {

/// \brief Random weights to begin with.
// [snip:small-training-declared]
std::vector<float> beginning(const Transformer<float>& model, Rng& rng);

/// \brief Says of each answer of a batch whether it counts.
using CountedAnswers = std::function<std::vector<bool>(const CausalBatch&)>;

/// \brief Takes rate.steps steps of AdamW, a batch each, gradients clipped to
/// length 1; returns the mean loss of each batch in nats.
///
/// Ends early where a loss is not finite. `done` is called after each step. With
/// `counts` the loss is that of the answers that count, at least one a batch.
std::vector<double> train_small(
    const Transformer<float>& model, std::span<float> parameters,
    const RateSchedule& rate, const std::function<CausalBatch()>& batch,
    const std::function<void()>& done = [] {}, const CountedAnswers& counts = {});

/// \brief The mean loss over a batch, in nats.
double mean_loss(const Transformer<float>& model, std::span<const float> parameters,
                 const CausalBatch& batch);
// [snip:small-training-declared]

}  // namespace nn
