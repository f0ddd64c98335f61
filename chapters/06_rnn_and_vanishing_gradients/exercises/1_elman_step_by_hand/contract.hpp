/// \file
/// \brief Exercise 6.1, what is to be written.
#pragma once

#include <vector>

#include "nn/recurrent_step.hpp"

namespace nn::exercise {

using Batch = std::vector<std::vector<double>>;  // a column for each sequence

/// \brief One step of Elman's network, for each sequence of a batch:
/// h_t = tanh(W_h h_{t−1} + W_x x_t + b).
///
/// Column s of `inputs` is x_t of sequence s, column s of `old_states` its h_{t−1};
/// column s of the result is its h_t. W_x and W_h lie column by column: row i,
/// column j of a matrix with n rows is at place j n + i.
Batch elman_step(const RecurrentWeights<const double>& weights, const Batch& inputs,
                 const Batch& old_states);

}  // namespace nn::exercise
