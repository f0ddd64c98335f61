/// \file
/// \brief Exercise 2.1, what is to be written.
#pragma once

#include <span>

namespace nn::exercise {

/// \brief What a neuron collects: w_1 x_1 + w_2 x_2 + … + w_n x_n + b.
///
/// There are as many weights as inputs; there may be none of either.
double weighted_sum(std::span<const double> w, std::span<const double> x, double b);

/// \brief What the neuron answers: 1 if its weighted sum is 0 or more, otherwise 0.
double answer(std::span<const double> w, std::span<const double> x, double b);

}  // namespace nn::exercise
