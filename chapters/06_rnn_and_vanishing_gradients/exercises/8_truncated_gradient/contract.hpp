/// \file
/// \brief Exercise 6.8, what is to be written.
#pragma once

#include <cstddef>
#include <vector>

#include "nn/recurrent_step.hpp"

namespace nn::exercise {

/// \brief A sequence, and the slopes of the loss in the states by way of what was
/// read off at each step.
struct Sequence {
    std::vector<std::vector<double>> x;        // x_1 … x_T
    std::vector<std::vector<double>> outside;  // in h_1 … h_T
};

/// \brief The slopes in all weights by truncated backpropagation through time.
///
/// The sequence is read in chunks of `chunk` steps, the last of them shorter if
/// need be. The first begins with zeros, each other with the states that the one
/// before has ended with. A state that comes from another chunk is taken as a
/// number: it has no slopes. \return One array, the slopes in W_x, in W_h and in b,
/// as recurrent_weights() cuts it; all chunks add to it.
std::vector<double> truncated_gradient(
    const RecurrentCell<double>& cell,
    const RecurrentWeights<const double>& weights, const Sequence& sequence,
    std::size_t chunk);

}  // namespace nn::exercise
