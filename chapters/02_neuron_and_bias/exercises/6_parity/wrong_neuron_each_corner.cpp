// mistake: 4 hidden neurons, and 3 are enough
#include "contract.hpp"

namespace nn::exercise {

TwoLayers xor_network() {
    const StepNeuron at_least_one{{1.0, 1.0}, -0.5}, both{{1.0, 1.0}, -1.5};
    return {{at_least_one, both}, {{1.0, -1.0}, -0.5}};
}

TwoLayers parity_network(std::size_t n) {
    TwoLayers network;
    network.output.b = -0.5;
    for (std::size_t row = 0; row < std::size_t{1} << n; ++row) {
        StepNeuron corner{std::vector<double>(n, -1.0), 0.5};
        std::size_t ones = 0;
        for (std::size_t i = 0; i < n; ++i)
            if (row >> i & 1) {
                corner.w[i] = 1.0;
                corner.b -= 1.0;
                ++ones;
            }
        if (ones % 2 == 0) continue;
        network.hidden.push_back(corner);
        network.output.w.push_back(1.0);
    }
    return network;
}

}  // namespace nn::exercise
