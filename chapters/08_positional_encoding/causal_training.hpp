/// \file
/// \brief How a causal model learns, and how it is judged.
#pragma once

#include <armadillo>
#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "causal_model.hpp"

namespace nn {

/// \brief Sequences of the same length, one behind the other, and what should be
/// said at each of their symbols.
// [snip:causal-batch]
struct CausalBatch {
    std::size_t sequences = 0;
    std::vector<Token> symbols{}, right{};
};

/// \brief Pieces of a text, each from a place drawn at random; the right answer is
/// the symbol that comes next.
///
/// Throws std::invalid_argument for no steps, no sequences or a text that is not
/// longer than a piece.
CausalBatch random_pieces(std::span<const Token> text, std::size_t steps,
                          std::size_t sequences, Rng& rng);

/// \brief The first `sequences` pieces of a text, one after the other.
///
/// Throws std::invalid_argument if the text is too short for them.
CausalBatch first_pieces(std::span<const Token> text, std::size_t steps,
                         std::size_t sequences);
// [snip:causal-batch]

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
