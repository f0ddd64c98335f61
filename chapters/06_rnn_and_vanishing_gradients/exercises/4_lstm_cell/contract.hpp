/// \file
/// \brief Exercise 6.4, what is to be written.
#pragma once

#include "nn/recurrent_cell.hpp"

namespace nn::exercise {

/// \brief One step of an LSTM with n units, elementwise; what LstmCell::forward()
/// does.
///
/// `step.gates` has the sums W_x x_t + b, 4 n of them: rows 0 … n − 1 are those of
/// the input gate i, then come those of the forget gate f, of the output gate o and
/// of the candidate g. `step.recurrent` has W_h h_{t−1} in the same order, and
/// `step.cell` has c_{t−1}. To be written: `step.next_cell`, c_t;
/// `step.next_hidden`, h_t; in `step.gates`, in the place of the sums, i, f, o and
/// g; and in `step.kept` the tanh of c_t. The way back wants the last two.
void lstm_step(const CellStep<double>& step);

}  // namespace nn::exercise
