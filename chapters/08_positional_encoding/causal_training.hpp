/// \file
/// \brief How a causal model learns, and how it is judged.
#pragma once

#include <armadillo>
#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "causal_model.hpp"
#include "nn/causal_batch.hpp"

namespace nn {

/// \brief How long and how fast.
// [snip:causal-training]
struct CausalTraining {
    std::size_t updates = 100;
    float learning_rate = 0.01F;    ///< Adam's
    double longest_gradient = 1.0;  ///< clipped to this norm
};

/// \brief Trains on the batches in turn; returns the mean loss of each in nats.
///
/// `done` is called after each update.
std::vector<double> train(
    CausalModel& model, const CausalTraining& training,
    const std::function<CausalBatch()>& batch,
    const std::function<void()>& done = [] {});

/// \brief The mean loss at each place of a sequence, in nats.
arma::vec losses_by_place(const CausalModel& model, const CausalBatch& batch);

/// \brief The share of right answers at the places from `first` on: the highest
/// score is the answer.
///
/// Throws std::invalid_argument if the sequences end before.
double share_right(const CausalModel& model, const CausalBatch& batch,
                   std::size_t first);

/// \brief Of each query the weight on itself and the three tokens before it: the
/// mean over all heads of all layers and all sequences, a number a place.
arma::vec nearby_weight(const CausalModel& model, const CausalBatch& batch);
// [snip:causal-training]

}  // namespace nn
