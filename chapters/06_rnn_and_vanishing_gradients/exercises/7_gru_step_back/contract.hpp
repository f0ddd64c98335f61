/// \file
/// \brief Exercise 6.7, what is to be written.
#pragma once

#include "nn/recurrent_cell.hpp"

namespace nn::exercise {

/// \brief A step of a GRU backwards, elementwise; what GruCell::backward() does.
///
/// Forward, with n units and blocks of n rows for r, z and n:
/// r = σ(…), z = σ(…), n = tanh(W_xn x_t + b_n + r ∘ W_hn h_{t−1}) and
/// h_t = (1 − z) ∘ n + z ∘ h_{t−1}. The brackets of r and z have W_x x_t + b and
/// W_h h_{t−1} with nothing between them.
///
/// `step.gates` has r, z and n, `step.hidden` has h_{t−1}, `step.kept` has
/// W_hn h_{t−1}. `slopes.next_hidden` has the slopes of the loss in h_t. To be
/// written: `slopes.gates`, those in W_x x_t + b; `slopes.recurrent`, those in
/// W_h h_{t−1}; `slopes.hidden`, those in h_{t−1} except through W_h. There is no
/// cell state.
void gru_step_back(const CellStep<double>& step, const CellSlopes<double>& slopes);

}  // namespace nn::exercise
