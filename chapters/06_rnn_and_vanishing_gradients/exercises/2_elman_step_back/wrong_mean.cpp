// mistake: the mean over the batch
#include <cstddef>

#include "contract.hpp"

namespace nn::exercise {

ElmanStepSlopes elman_step_back(const RecurrentWeights<const double>& weights,
                                const ElmanStep& step, const Batch& dh) {
    const auto& [W_x, W_h, b] = weights;
    const auto& [inputs, old_states, states] = step;
    ElmanStepSlopes slopes;
    slopes.W_x.resize(W_x.size());
    slopes.W_h.resize(W_h.size());
    slopes.b.resize(b.size());
    for (std::size_t s = 0; s < dh.size(); ++s) {
        // forward: h_t = tanh(sums)
        std::vector<double> d = dh[s];
        for (std::size_t i = 0; i < d.size(); ++i)
            d[i] *= squash_grad_from_output(states[s][i]);
        // forward: sums = W_h h_{t−1} + W_x x_t + b
        add_outer_product<double>(d, inputs[s], slopes.W_x);
        add_outer_product<double>(d, old_states[s], slopes.W_h);
        for (std::size_t i = 0; i < d.size(); ++i) slopes.b[i] += d[i];
        std::vector<double> dx(inputs[s].size()), dh_before(d.size());
        add_transposed_product<double>(W_x, d, dx);
        add_transposed_product<double>(W_h, d, dh_before);
        slopes.inputs.push_back(dx);
        slopes.old_states.push_back(dh_before);
    }
    const double sequences = static_cast<double>(dh.size());
    for (auto* part : {&slopes.W_x, &slopes.W_h, &slopes.b})
        for (double& slope : *part) slope /= sequences;
    return slopes;
}

}  // namespace nn::exercise
