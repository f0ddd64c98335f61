/// \file
/// \brief Exercise 3.5, what is to be written.
#pragma once

#include <span>
#include <vector>

namespace nn::exercise {

/// \brief A network with one hidden layer, or a slope for each of its parameters.
///
/// a_j = σ(W1[j][0] x_0 + W1[j][1] x_1 + … + b1[j]) for each hidden neuron j, and
/// z = w2[0] a_0 + w2[1] a_1 + … + b2 is the logit of the answer.
struct Network {
    std::vector<std::vector<double>> W1;  // a row for each hidden neuron
    std::vector<double> b1, w2;
    double b2 = 0.0;
};

/// \brief The slopes of the log loss of σ(z) along all parameters, for one example:
/// the inputs x and the right answer y, 0 or 1.
Network backward(const Network& network, std::span<const double> x, double y);

}  // namespace nn::exercise
