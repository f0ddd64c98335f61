/// \file
/// \brief Exercise 9.1, what is to be written.
#pragma once

namespace nn::exercise {

/// \brief GELU in the form of GPT-2: x σ(z) with z = 2√(2/π) (x + 0.044715 x³).
///
/// σ(z) = 1 / (1 + e^−z). Right for large numbers too, of either sign.
double gelu(double x);

/// \brief Its slope in x.
double gelu_slope(double x);

}  // namespace nn::exercise
