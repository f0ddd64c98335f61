/// \file
/// \brief A recurrent network that reads a sequence and then answers once.
#pragma once

#include <armadillo>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "memory_tasks.hpp"
#include "nn/optimizer.hpp"
#include "nn/parameters.hpp"
#include "nn/readout.hpp"
#include "nn/recurrent_stack.hpp"
#include "nn/rng.hpp"

namespace nn {

/// \brief What reads, and how it is begun.
// [snip:answer-shape]
struct AnswerShape {
    CellKind cell = CellKind::lstm;
    std::size_t inputs = 1, hidden = 1;
    std::size_t answers = 1;  ///< 1: a number; more: one of so many symbols
    double gate_bias =
        0.0;  ///< forget gate, GRU's update gate; minus it: input gate
    double orthogonal = 0.0;  ///< each gate's W_h: an orthogonal matrix times this;
                              ///< 0: uniform, as all else
};

/// \brief The most hidden units with which a network has at most so many numbers.
///
/// Throws std::invalid_argument if one unit needs more.
std::size_t hidden_within(AnswerShape shape, std::size_t parameters);
// [snip:answer-shape]

/// \brief How it is trained.
// [snip:answer-training]
struct AnswerTraining {
    std::size_t updates = 300;
    double longest_gradient = 1.0;  ///< a longer one is clipped
};

/// \brief What an update saw.
struct AnswerUpdate {
    double loss;      ///< mean over the batch
    double gradient;  ///< its length, before clipping
};
// [snip:answer-training]

/// \brief One recurrent layer, and a readout of its last state.
// [snip:last-answer]
class LastAnswer {
public:
    /// \brief Throws std::invalid_argument if there are no inputs, units or
    /// answers.
    LastAnswer(const AnswerShape& shape, Rng& rng);

    std::size_t parameters() const { return parameters_.size(); }

    /// \brief Trains on batches from `next`, one an update.
    std::vector<AnswerUpdate> train(const AnswerTraining& training,
                                    Optimizer<float>& optimizer,
                                    const std::function<MemoryBatch()>& next);

    /// \brief The share of a batch's sequences that are answered right.
    double accuracy(const MemoryBatch& batch);

    /// \brief The mean loss of a batch; its gradient is kept.
    ///
    /// Cross-entropy for symbols, the squared error for numbers.
    double loss(const MemoryBatch& batch);

    std::span<float> values() { return parameters_; }
    std::span<const float> gradient() const { return gradient_; }

private:
    arma::fmat last_states(const MemoryBatch& batch);
    double number_loss(const MemoryBatch& batch, const arma::fmat& H,
                       arma::fmat& dH);

    AnswerShape shape_;
    ParameterLayout layout_;
    RecurrentStack stack_;
    SoftmaxReadout readout_;
    std::vector<float> parameters_, gradient_;
    StackPass pass_;
};
// [snip:last-answer]

}  // namespace nn
