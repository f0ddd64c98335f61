// mistake: it is one step late
#include "contract.hpp"

namespace nn::exercise {

TwoLayers xor_network() {
    const StepNeuron at_least_one{{1.0, 1.0}, -0.5}, both{{1.0, 1.0}, -1.5};
    return {{at_least_one, both}, {{1.0, -1.0}, -0.5}};
}

TwoLayers parity_network(std::size_t n) {
    TwoLayers network;
    network.output.b = -0.5;
    for (std::size_t k = 1; k <= n; ++k) {  // hidden neuron k: at least k ones
        const double threshold = static_cast<double>(k) + 0.5;
        network.hidden.push_back({std::vector<double>(n, 1.0), -threshold});
        network.output.w.push_back(k % 2 == 1 ? 1.0 : -1.0);
    }
    return network;
}

}  // namespace nn::exercise
