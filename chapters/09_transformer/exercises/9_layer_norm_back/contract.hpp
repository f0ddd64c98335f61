/// \file
/// \brief Exercise 9.9, what is to be written.
#pragma once

#include <span>
#include <vector>

namespace nn::exercise {

/// \brief What keeps a vector of equal numbers from a division by 0.
constexpr double epsilon = 1e-5;

/// \brief The slopes of the loss in all that layer normalisation took.
struct NormSlopes {
    std::vector<double> x, gain, bias;
};

/// \brief Layer normalisation of one token's vector, backwards.
///
/// Forward, with the mean and the variance of the n numbers of x (the mean of the
/// squared distances, over n): u = (x − mean) / √(variance + ε), and then y = g ⊙ u
/// + b with the gain g and the bias b. `dy` has the slopes of the loss in y.
NormSlopes layer_norm_back(std::span<const double> x, std::span<const double> gain,
                           std::span<const double> dy);

}  // namespace nn::exercise
