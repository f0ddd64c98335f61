/// \file
/// \brief Exercise 3.4, what is to be written.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace nn::exercise {

/// \brief Examples, one a column, the columns one behind the other in memory.
///
/// Input i of example j is x[j * inputs + i], and its right answer y[j], 0 or 1.
struct Columns {
    std::size_t inputs = 0;
    std::vector<double> x;
    std::vector<double> y;
};

/// \brief The slopes of a neuron's loss on the examples, along each weight and, at
/// the last place, along the bias.
///
/// The parameters are the weights w_1 … w_n and then the bias b. The loss is the
/// mean log loss of σ(w·x + b) over the examples, and l2/2 times the sum of all
/// w_i².
std::vector<double> loss_gradient(std::span<const double> parameters,
                                  const Columns& examples, double l2);

}  // namespace nn::exercise
