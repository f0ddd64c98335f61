// mistake: tanh is missing
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
        add_product<double>(W_h, old_states[s], h);
        states.push_back(h);
    }
    return states;
}

}  // namespace nn::exercise
