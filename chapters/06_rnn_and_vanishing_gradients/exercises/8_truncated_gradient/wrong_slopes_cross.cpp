// mistake: the slopes cross the border
#include "contract.hpp"

namespace nn::exercise {

std::vector<double> truncated_gradient(
    const RecurrentCell<double>& cell,
    const RecurrentWeights<const double>& weights, const Sequence& sequence,
    std::size_t chunk) {
    const auto& [W_x, W_h, b] = weights;
    const auto& [x, outside] = sequence;
    std::vector<double> gradient(W_x.size() + W_h.size() + b.size());
    const auto slopes = recurrent_weights(std::span<double>(gradient), b.size(),
                                          x[0].size(), W_h.size() / b.size());
    Unrolled<double> read(cell, weights);
    for (const auto& input : x) read.read(input);
    read.back(outside, slopes);
    return gradient;
}

}  // namespace nn::exercise
