/// \file
/// \brief Where a neuron decides: the boundary, the distance to it, and the share
/// of inputs beyond it.
#pragma once

#include <functional>
#include <span>

namespace nn {

/// \brief The length of a list of weights, √(Σ w_i²).
///
/// Throws std::invalid_argument unless it is positive and finite. Error: ≤ n + 2
/// ulp.
// [snip:geometry-declared]
double length_of(std::span<const double> w);

/// \brief The input at which a neuron with one input changes its mind.
/// \implements{threshold}
///
/// Throws std::invalid_argument if w is 0 or not finite. Error: ≤ 0.5 ulp.
double threshold(double w, double b);

/// \brief The distance of x from the boundary; positive where the neuron fires.
/// \implements{distance}
///
/// Throws std::invalid_argument if the lengths differ or length_of() refuses the
/// weights. Error: ≤ 1e-12, relative to (Σ |w_i x_i| + |b|) / ‖w‖.
double signed_distance(std::span<const double> w, std::span<const double> x,
                       double b);

/// \brief The share of inputs on which a neuron fires, if these are independent
/// standard normal numbers.
/// \implements{share-fires}
///
/// Throws std::invalid_argument if length_of() refuses the weights. Relative error:
/// ≤ 1e-12 for shares above 1e-300.
double share_that_fires(std::span<const double> w, double b);

/// \brief The smallest double in (low, high] at which `fires` turns true, by
/// halving.
///
/// Throws std::invalid_argument unless it is false at `low` and true at `high`. It
/// should turn once between them.
double measured_threshold(const std::function<bool(double)>& fires, double low,
                          double high);
// [snip:geometry-declared]

}  // namespace nn
