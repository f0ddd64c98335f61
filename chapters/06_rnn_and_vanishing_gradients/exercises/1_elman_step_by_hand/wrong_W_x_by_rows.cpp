// mistake: W_x is read by rows
#include <cmath>
#include <cstddef>

#include "contract.hpp"

namespace nn::exercise {

Batch elman_step(const RecurrentWeights<const double>& weights, const Batch& inputs,
                 const Batch& old_states) {
    const auto& [W_x, W_h, b] = weights;
    Batch states;
    for (std::size_t s = 0; s < inputs.size(); ++s) {
        std::vector<double> h(b.begin(), b.end());  // b
        const std::size_t n = inputs[s].size();
        for (std::size_t i = 0; i < h.size(); ++i)
            for (std::size_t j = 0; j < n; ++j)
                h[i] += W_x[i * n + j] * inputs[s][j];
        add_product<double>(W_h, old_states[s], h);
        for (double& unit : h) unit = std::tanh(unit);
        states.push_back(h);
    }
    return states;
}

}  // namespace nn::exercise
