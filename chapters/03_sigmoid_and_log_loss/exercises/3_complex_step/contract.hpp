/// \file
/// \brief Exercise 3.3, what is to be written.
#pragma once

#include <complex>
#include <functional>
#include <span>
#include <vector>

namespace nn::exercise {

using Complex = std::complex<double>;

/// \brief f'(x), from one value of f at a complex number.
double complex_step(const std::function<Complex(Complex)>& f, double x);

/// \brief The slope of f along each input at x, one value of f for each.
std::vector<double> complex_gradient(
    const std::function<Complex(std::span<const Complex>)>& f,
    std::span<const double> x);

}  // namespace nn::exercise
