/// \file
/// \brief Exercise 3.2, what is to be written.
#pragma once

#include <span>
#include <vector>

namespace nn::exercise {

/// \brief log(e^(z_1) + e^(z_2) + … + e^(z_n)), for finite z; there is at least
/// one.
double log_sum_exp(std::span<const double> z);

/// \brief The share of each e^(z_i) in their sum, for finite z; there is at least
/// one.
std::vector<double> softmax(std::span<const double> z);

}  // namespace nn::exercise
