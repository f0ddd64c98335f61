/// \file
/// \brief Exercise 2.3, what is to be written.
#pragma once

#include <span>
#include <vector>

namespace nn::exercise {

/// \brief The input at which a neuron with one input changes its answer; w is not
/// 0.
double threshold(double w, double b);

/// \brief The distance of x from the boundary w·x + b = 0: positive where the
/// neuron fires, negative where it is silent. Not all weights are 0.
double signed_distance(std::span<const double> w, std::span<const double> x,
                       double b);

/// \brief The point of the boundary that is nearest to x.
std::vector<double> nearest_on_boundary(std::span<const double> w,
                                        std::span<const double> x, double b);

}  // namespace nn::exercise
