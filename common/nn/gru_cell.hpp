/// \file
/// \brief GRU: a cell with two gates.
#pragma once

#include <cstddef>

#include "nn/recurrent_cell.hpp"

namespace nn {

/// \brief GRU: two gates decide how much of the old state is heard and kept.
// [snip:gru-begin]
template <class T>
class GruCell final : public RecurrentCell<T> {
public:
    std::size_t gates() const override { return 3; }
    bool has_cell_state() const override { return false; }
    // [snip:gru-begin]

    /// \brief One step, a unit after the other.
    /// \implements{gru}
    ///
    /// r_t = σ(…), z_t = σ(…), n_t = tanh(W_xn x_t + b_n + r_t ⊙ W_hn h_{t−1}) and
    /// h_t = (1 − z_t) ⊙ n_t + z_t ⊙ h_{t−1}; the rows of the sums are those of r,
    /// z, n. Cho et al. (2014), with the reset behind the product, as libraries
    /// have it. Error: ≤ 4 ulp of the larger of 1 and |h_{t−1}| beyond that of the
    /// sums.
    // [snip:gru-cell]
    void forward(const CellStep<T>& step) const override {
        // [snip:gru-rows]
        const std::size_t units = step.next_hidden.size();
        const auto r = gate_rows(step.gates, 0, units);
        const auto z = gate_rows(step.gates, 1, units);
        const auto n = gate_rows(step.gates, 2, units);
        const auto heard = gate_rows(step.recurrent, 2, units);  // W_hn h_{t−1}
        // [snip:gru-rows]
        for (std::size_t k = 0; k < 2 * units; ++k)  // r and z
            step.gates[k] = gate(T(step.gates[k] + step.recurrent[k]));
        for (std::size_t k = 0; k < units; ++k) {
            step.kept[k] = heard[k];
            n[k] = squash(T(n[k] + r[k] * heard[k]));
        }
        for (std::size_t k = 0; k < units; ++k)
            step.next_hidden[k] = n[k] + z[k] * (step.hidden[k] - n[k]);
    }
    // [snip:gru-cell]

    // [snip:gru-backward]
    void backward(const CellStep<T>& step,
                  const CellSlopes<T>& slopes) const override {
        const std::size_t units = step.next_hidden.size();
        const auto r = gate_rows(step.gates, 0, units);
        const auto z = gate_rows(step.gates, 1, units);
        const auto n = gate_rows(step.gates, 2, units);
        const auto dr = gate_rows(slopes.gates, 0, units);
        const auto dz = gate_rows(slopes.gates, 1, units);
        const auto dn = gate_rows(slopes.gates, 2, units);
        const auto dheard = gate_rows(slopes.recurrent, 2, units);
        const auto dh = slopes.next_hidden;
        // forward: h_t = (1 − z) ⊙ n + z ⊙ h_{t−1}
        for (std::size_t k = 0; k < units; ++k) slopes.hidden[k] = dh[k] * z[k];
        for (std::size_t k = 0; k < units; ++k)
            dz[k] =
                dh[k] * (step.hidden[k] - n[k]) * sigmoid_grad_from_output(z[k]);
        // forward: n = tanh(W_xn x_t + b_n + r ⊙ W_hn h_{t−1})
        for (std::size_t k = 0; k < units; ++k)
            dn[k] = dh[k] * (1 - z[k]) * squash_grad_from_output(n[k]);
        for (std::size_t k = 0; k < units; ++k) dheard[k] = dn[k] * r[k];
        // forward: r = σ(W_xr x_t + b_r + W_hr h_{t−1})
        for (std::size_t k = 0; k < units; ++k)
            dr[k] = dn[k] * step.kept[k] * sigmoid_grad_from_output(r[k]);
        for (std::size_t k = 0; k < 2 * units; ++k)
            slopes.recurrent[k] = slopes.gates[k];
    }
};
// [snip:gru-backward]

}  // namespace nn
