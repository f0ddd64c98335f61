// mistake: r is missing on the way to W_hn h_{t−1}
#include <cstddef>

#include "contract.hpp"

namespace nn::exercise {

void gru_step_back(const CellStep<double>& step, const CellSlopes<double>& slopes) {
    const std::size_t units = step.next_hidden.size();
    const auto r = gate_rows(step.gates, 0, units);
    const auto z = gate_rows(step.gates, 1, units);
    const auto n = gate_rows(step.gates, 2, units);
    const auto dr = gate_rows(slopes.gates, 0, units);
    const auto dz = gate_rows(slopes.gates, 1, units);
    const auto dn = gate_rows(slopes.gates, 2, units);
    const auto dheard = gate_rows(slopes.recurrent, 2, units);
    for (std::size_t k = 0; k < units; ++k) {
        const double dh = slopes.next_hidden[k], old = step.hidden[k];
        // forward: h_t = (1 − z) ∘ n + z ∘ h_{t−1}
        slopes.hidden[k] = dh * z[k];
        dz[k] = dh * (old - n[k]) * sigmoid_grad_from_output(z[k]);
        // forward: n = tanh(W_xn x_t + b_n + r ∘ W_hn h_{t−1})
        dn[k] = dh * (1 - z[k]) * squash_grad_from_output(n[k]);
        dheard[k] = dn[k];
        dr[k] = dn[k] * step.kept[k] * sigmoid_grad_from_output(r[k]);
    }
    // forward: r and z are σ(W_x x_t + b + W_h h_{t−1})
    for (std::size_t k = 0; k < 2 * units; ++k)
        slopes.recurrent[k] = slopes.gates[k];
}

}  // namespace nn::exercise
