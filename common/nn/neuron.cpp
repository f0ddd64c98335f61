#include "nn/neuron.hpp"

#include <cmath>
#include <string>

#include "nn/require.hpp"

namespace nn {

// [snip:require-pairs]
void require_pairs(const char* where, std::size_t weights, std::size_t inputs) {
    if (weights == inputs) return;  // no message is made where none is needed
    require(false, where,
            std::to_string(weights) + " weights and " + std::to_string(inputs) +
                " inputs; each input needs its weight");
}
// [snip:require-pairs]

// [snip:sum-by-dot]
double sum_by_dot(const arma::vec& w, const arma::vec& x, double b) {
    require_pairs("sum_by_dot", w.n_elem, x.n_elem);
    return arma::dot(w, x) + b;
}
// [snip:sum-by-dot]

// [snip:rounding-bound]
double rounding_bound(std::span<const double> w, std::span<const double> x,
                      double b) {
    require_pairs("rounding_bound", w.size(), x.size());
    double sizes = std::abs(b);
    for (std::size_t i = 0; i < w.size(); ++i) sizes += std::abs(w[i] * x[i]);
    const double steps = (static_cast<double>(w.size()) + 1.0) * 0x1p-53;
    return steps / (1.0 - steps) * sizes;
}
// [snip:rounding-bound]

}  // namespace nn
