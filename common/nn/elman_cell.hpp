/// \file
/// \brief The first recurrent cell: a state that is its own input.
#pragma once

#include <cstddef>

#include "nn/recurrent_cell.hpp"

namespace nn {

/// \brief Elman (1990): h_t = tanh(W_h h_{t−1} + W_x x_t + b).
// [snip:elman-cell]
template <class T>
class ElmanCell final : public RecurrentCell<T> {
public:
    std::size_t gates() const override { return 1; }
    bool has_cell_state() const override { return false; }

    /// \brief One step, a unit after the other.
    /// \implements{elman}
    ///
    /// Error: ≤ 2 ulp of 1 beyond that of the sums.
    void forward(const CellStep<T>& step) const override {
        for (std::size_t k = 0; k < step.next_hidden.size(); ++k)
            step.next_hidden[k] = squash(T(step.gates[k] + step.recurrent[k]));
    }
    // [snip:elman-cell]

    // [snip:elman-backward]
    void backward(const CellStep<T>& step,
                  const CellSlopes<T>& slopes) const override {
        // forward: h_t = tanh(W_h h_{t−1} + W_x x_t + b)
        for (std::size_t k = 0; k < step.next_hidden.size(); ++k) {
            slopes.gates[k] = slopes.next_hidden[k] *
                              squash_grad_from_output(step.next_hidden[k]);
            slopes.recurrent[k] = slopes.gates[k];
            slopes.hidden[k] = 0;  // the old state is seen through W_h alone
        }
    }
};
// [snip:elman-backward]

}  // namespace nn
