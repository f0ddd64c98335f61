/// \file
/// \brief Exercise 6.2, what is to be written.
#pragma once

#include <vector>

#include "nn/recurrent_step.hpp"

namespace nn::exercise {

using Batch = std::vector<std::vector<double>>;  // a column for each sequence

/// \brief What a step of Elman's network took and gave:
/// h_t = tanh(W_h h_{t−1} + W_x x_t + b) for each sequence of a batch.
struct ElmanStep {
    Batch inputs;      // x_t
    Batch old_states;  // h_{t−1}
    Batch states;      // h_t
};

/// \brief The slopes of the loss in all that the step took.
struct ElmanStepSlopes {
    std::vector<double> W_x, W_h;  // column by column, as the weights
    std::vector<double> b;
    Batch inputs, old_states;  // a column for each sequence
};

/// \brief The step backwards; `dh` has the slopes of the loss in h_t, a column for
/// each sequence.
ElmanStepSlopes elman_step_back(const RecurrentWeights<const double>& weights,
                                const ElmanStep& step, const Batch& dh);

}  // namespace nn::exercise
