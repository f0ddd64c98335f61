/// \file
/// \brief The first network: a hidden layer of sigmoids, and one neuron that reads
/// it.
#pragma once

#include <armadillo>
#include <cstddef>
#include <span>
#include <string>

#include "nn/dataset.hpp"
#include "nn/loss.hpp"
#include "nn/require.hpp"
#include "nn/rng.hpp"

namespace nn {

/// \brief How wide a mini network is.
// [snip:mini-types]
struct MiniShape {
    arma::uword inputs = 0;
    arma::uword hidden = 0;

    /// \brief How many numbers it learns: W_1, b_1, W_2, b_2.
    arma::uword parameters() const { return hidden * (inputs + 2) + 1; }
};

/// \brief The parameters of a mini network by their names, or a slope for each.
struct MiniNetwork {
    arma::mat W1;     ///< hidden × inputs
    arma::vec b1;     ///< hidden
    arma::rowvec W2;  ///< 1 × hidden
    double b2 = 0.0;
};
// [snip:mini-types]

/// \brief All parameters in one column, W_1 by columns, then b_1, W_2 and b_2.
// [snip:mini-declared]
arma::vec packed(const MiniNetwork& network);

/// \brief The way back. Throws std::invalid_argument for another number of
/// parameters.
MiniNetwork unpacked(const arma::vec& parameters, const MiniShape& shape);

/// \brief Weights to start from: normal numbers over the root of the number of
/// inputs of their neuron, and biases 0.
arma::vec mini_start(const MiniShape& shape, Rng& rng);

/// \brief What a mini network computes on the way, and at the end.
struct MiniForward {
    arma::mat A;     ///< hidden × examples: the outputs of the hidden neurons
    arma::rowvec z;  ///< 1 × examples: the logits
};

/// \brief The network's answers to all examples.
/// \implements{mini-network}
///
/// Throws std::invalid_argument if X has another number of rows than W_1 columns.
/// Error: a logit is within 1e-12 of the exact one, relative to the sum of all |w|.
MiniForward mini_forward(const MiniNetwork& network, const arma::mat& X);

/// \brief The slope of the mean log loss in each parameter, by backpropagation.
/// \implements{mini-gradient}
///
/// Throws as mini_forward() does, and for another number of labels. Relative error:
/// ≤ 1e-10, by \eqref{gradient-error}.
MiniNetwork mini_backward(const MiniNetwork& network, const Dataset& data);
// [snip:mini-declared]

/// \brief The mean log loss of a mini network, a number at a time, in any number
/// type.
///
/// The same computation as mini_forward() without a matrix, so that it also runs in
/// 50 digits: this is what the gradients are checked against.
///
/// Throws std::invalid_argument for another number of parameters.
// [snip:mini-loss]
template <class T>
T mini_loss(std::span<const T> parameters, const MiniShape& shape,
            const Dataset& data) {
    require(parameters.size() == shape.parameters(), "mini_loss",
            std::to_string(parameters.size()) + " parameters; the shape needs " +
                std::to_string(shape.parameters()));
    const auto& [inputs, hidden] = shape;
    const T* W1 = parameters.data();
    const T* b1 = W1 + hidden * inputs;
    const T* W2 = b1 + hidden;
    T loss = 0;
    for (arma::uword example = 0; example < data.X.n_cols; ++example) {
        T z = W2[hidden];  // b_2
        for (arma::uword j = 0; j < hidden; ++j) {
            T sum = b1[j];
            for (arma::uword i = 0; i < inputs; ++i)
                sum += W1[i * hidden + j] * T(data.X(i, example));
            z += W2[j] * sigmoid(sum);
        }
        loss += log_loss_from_logit(z, T(data.y[example]));
    }
    return loss / T(data.X.n_cols);
}
// [snip:mini-loss]

}  // namespace nn
