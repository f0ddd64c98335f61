// mistake: a unit reads states that are new already
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
        add_product<double>(W_x, inputs[s], h);     // W_x x_t + b
        std::vector<double> old = old_states[s];
        for (std::size_t i = 0; i < h.size(); ++i) {
            for (std::size_t j = 0; j < h.size(); ++j)
                h[i] += W_h[j * h.size() + i] * old[j];
            old[i] = std::tanh(h[i]);
        }
        states.push_back(old);
    }
    return states;
}

}  // namespace nn::exercise
