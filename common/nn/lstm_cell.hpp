/// \file
/// \brief LSTM: a cell with a state that errors flow along.
#pragma once

#include <cstddef>

#include "nn/recurrent_cell.hpp"

namespace nn {

/// \brief LSTM: a cell state that is only added to and forgotten from.
// [snip:lstm-begin]
template <class T>
class LstmCell final : public RecurrentCell<T> {
public:
    std::size_t gates() const override { return 4; }
    bool has_cell_state() const override { return true; }
    // [snip:lstm-begin]

    /// \brief One step, a unit after the other.
    /// \implements{lstm}
    ///
    /// i, f, o = σ(…), g = tanh(…), c_t = f ⊙ c_{t−1} + i ⊙ g, h_t = o ⊙ tanh(c_t);
    /// the rows of the sums are those of i, f, o, g. Hochreiter and Schmidhuber
    /// (1997), with the forget gate of Gers et al. (2000). Error: ≤ 4 ulp of the
    /// larger of 1 and |c_{t−1}| beyond that of the sums.
    // [snip:lstm-cell]
    void forward(const CellStep<T>& step) const override {
        // [snip:lstm-rows]
        const std::size_t units = step.next_hidden.size();
        const auto i = gate_rows(step.gates, 0, units);
        const auto f = gate_rows(step.gates, 1, units);
        const auto o = gate_rows(step.gates, 2, units);
        const auto g = gate_rows(step.gates, 3, units);
        // [snip:lstm-rows]
        for (std::size_t k = 0; k < 4 * units; ++k)
            step.gates[k] += step.recurrent[k];
        for (std::size_t k = 0; k < 3 * units; ++k)
            step.gates[k] = gate(step.gates[k]);
        for (std::size_t k = 0; k < units; ++k) g[k] = squash(g[k]);
        for (std::size_t k = 0; k < units; ++k)
            step.next_cell[k] = f[k] * step.cell[k] + i[k] * g[k];
        for (std::size_t k = 0; k < units; ++k)
            step.kept[k] = squash(step.next_cell[k]);
        for (std::size_t k = 0; k < units; ++k)
            step.next_hidden[k] = o[k] * step.kept[k];
    }
    // [snip:lstm-cell]

    // [snip:lstm-backward]
    void backward(const CellStep<T>& step,
                  const CellSlopes<T>& slopes) const override {
        // [snip:lstm-backward-rows]
        const std::size_t units = step.next_hidden.size();
        const auto i = gate_rows(step.gates, 0, units);
        const auto f = gate_rows(step.gates, 1, units);
        const auto o = gate_rows(step.gates, 2, units);
        const auto g = gate_rows(step.gates, 3, units);
        const auto di = gate_rows(slopes.gates, 0, units);
        const auto df = gate_rows(slopes.gates, 1, units);
        const auto d_o = gate_rows(slopes.gates, 2, units);
        const auto dg = gate_rows(slopes.gates, 3, units);
        const auto dh = slopes.next_hidden;
        const auto dc = slopes.cell;
        // [snip:lstm-backward-rows]
        // forward: h_t = o ⊙ tanh(c_t)
        for (std::size_t k = 0; k < units; ++k)
            d_o[k] = dh[k] * step.kept[k] * sigmoid_grad_from_output(o[k]);
        for (std::size_t k = 0; k < units; ++k)
            dc[k] = slopes.next_cell[k] +
                    dh[k] * o[k] * squash_grad_from_output(step.kept[k]);
        // forward: c_t = f ⊙ c_{t−1} + i ⊙ g
        for (std::size_t k = 0; k < units; ++k)
            di[k] = dc[k] * g[k] * sigmoid_grad_from_output(i[k]);
        for (std::size_t k = 0; k < units; ++k)
            df[k] = dc[k] * step.cell[k] * sigmoid_grad_from_output(f[k]);
        for (std::size_t k = 0; k < units; ++k)
            dg[k] = dc[k] * i[k] * squash_grad_from_output(g[k]);
        for (std::size_t k = 0; k < units; ++k) dc[k] *= f[k];
        // [snip:lstm-backward]
        // [snip:lstm-backward-sums]
        // forward: the sums W_x x_t + b and W_h h_{t−1} are added
        for (std::size_t k = 0; k < 4 * units; ++k)
            slopes.recurrent[k] = slopes.gates[k];
        for (std::size_t k = 0; k < units; ++k) slopes.hidden[k] = 0;
    }
};
// [snip:lstm-backward-sums]

}  // namespace nn
