#include "mini_network.hpp"

#include <cmath>
#include <string>

#include "nn/affine.hpp"
#include "nn/require.hpp"

namespace nn {

namespace {

// [snip:map-sigmoid]
arma::mat sigmoid_of(arma::mat Z) {
    Z.transform([](double z) { return sigmoid(z); });
    return Z;
}
// [snip:map-sigmoid]

}  // namespace

// [snip:packed]
arma::vec packed(const MiniNetwork& network) {
    return arma::join_cols(arma::vectorise(network.W1), network.b1, network.W2.t(),
                           arma::vec{network.b2});
}

MiniNetwork unpacked(const arma::vec& parameters, const MiniShape& shape) {
    require(parameters.n_elem == shape.parameters(), "unpacked",
            std::to_string(parameters.n_elem) + " parameters, where " +
                std::to_string(shape.inputs) + " inputs and " +
                std::to_string(shape.hidden) + " hidden neurons need " +
                std::to_string(shape.parameters()));
    const auto& [inputs, hidden] = shape;
    const arma::uword weights = hidden * inputs;
    return {
        arma::reshape(parameters.head(weights), hidden, inputs),
        parameters.rows(arma::span(weights, weights + hidden - 1)),
        parameters.rows(arma::span(weights + hidden, weights + 2 * hidden - 1)).t(),
        parameters.back()};
}
// [snip:packed]

// [snip:mini-start]
arma::vec mini_start(const MiniShape& shape, Rng& rng) {
    require(shape.inputs > 0 && shape.hidden > 0, "mini_start",
            std::to_string(shape.inputs) + " inputs and " +
                std::to_string(shape.hidden) +
                " hidden neurons; give at least 1 of each");
    MiniNetwork network{arma::mat(shape.hidden, shape.inputs),
                        arma::vec(shape.hidden), arma::rowvec(shape.hidden), 0.0};
    for (double& weight : network.W1)
        weight = rng.normal() / std::sqrt(static_cast<double>(shape.inputs));
    for (double& weight : network.W2)
        weight = rng.normal() / std::sqrt(static_cast<double>(shape.hidden));
    return packed(network);
}
// [snip:mini-start]

// [snip:mini-forward]
MiniForward mini_forward(const MiniNetwork& network, const arma::mat& X) {
    require_inputs("mini_forward", X, network.W1.n_cols);
    const arma::mat A =
        sigmoid_of(affine(network.W1, X, network.b1));  // hidden × examples
    return {A, network.W2 * A + network.b2};            // 1 × examples
}
// [snip:mini-forward]

// [snip:mini-backward]
MiniNetwork mini_backward(const MiniNetwork& network, const Dataset& data) {
    const auto [A, z] = mini_forward(network, data.X);
    require(z.n_elem == data.y.n_elem && !z.empty(), "mini_backward",
            std::to_string(z.n_elem) + " examples and " +
                std::to_string(data.y.n_elem) +
                " labels; give one label an example");
    const double n = static_cast<double>(z.n_elem);
    // forward: L = mean log loss of σ(z)
    const arma::rowvec dz = (sigmoid_of(z) - data.y) / n;  // 1 × examples
    // forward: z = W_2 A + b_2
    const arma::mat dA = network.W2.t() * dz;  // hidden × examples
    // forward: A = σ(Z)
    const arma::mat dZ = dA % A % (1.0 - A);  // hidden × examples
    // forward: Z = W_1 X + b_1
    return {dZ * data.X.t(), arma::sum(dZ, 1), dz * A.t(), arma::accu(dz)};
}
// [snip:mini-backward]

}  // namespace nn
