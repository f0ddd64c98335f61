// mistake: tanh is missing in the state
#include <cstddef>

#include "contract.hpp"

namespace nn::exercise {

void lstm_step(const CellStep<double>& step) {
    const std::size_t n = step.next_hidden.size();
    const auto i = gate_rows(step.gates, 0, n);
    const auto f = gate_rows(step.gates, 1, n);
    const auto o = gate_rows(step.gates, 2, n);
    const auto g = gate_rows(step.gates, 3, n);
    for (std::size_t k = 0; k < 4 * n; ++k) step.gates[k] += step.recurrent[k];
    for (std::size_t k = 0; k < 3 * n; ++k) step.gates[k] = gate(step.gates[k]);
    for (std::size_t k = 0; k < n; ++k) {
        g[k] = squash(g[k]);
        step.next_cell[k] = f[k] * step.cell[k] + i[k] * g[k];
        step.kept[k] = squash(step.next_cell[k]);
        step.next_hidden[k] = o[k] * step.next_cell[k];
    }
}

}  // namespace nn::exercise
