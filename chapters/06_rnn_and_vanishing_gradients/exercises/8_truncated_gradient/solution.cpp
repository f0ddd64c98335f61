#include <algorithm>

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
    std::vector<double> hidden, cell_state;
    for (std::size_t first = 0; first < x.size(); first += chunk) {
        Unrolled<double> read(cell, weights);
        if (first > 0) read.start(hidden, cell_state);
        const std::size_t last = std::min(first + chunk, x.size());
        for (std::size_t t = first; t < last; ++t) read.read(x[t]);
        read.back(std::span(outside).subspan(first, last - first), slopes);
        const auto h = read.hidden(read.length()),
                   c = read.cell_state(read.length());
        hidden.assign(h.begin(), h.end());
        cell_state.assign(c.begin(), c.end());
    }
    return gradient;
}

}  // namespace nn::exercise
