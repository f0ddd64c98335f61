/// \file
/// \brief A power law through measured values, and how far it can be trusted.
#pragma once

#include <cmath>
#include <span>

namespace nn {

/// \brief y = factor x^exponent.
// [snip:power-law-type]
struct PowerLaw {
    double factor = 1, exponent = 0;
    double exponent_error = 0;  ///< its standard error

    /// \brief What it says for x.
    double at(double x) const { return factor * std::pow(x, exponent); }
};
// [snip:power-law-type]

/// \brief The power law whose logarithms are nearest to those of y, by least
/// squares.
/// \implements{power-law}
///
/// The exponent is that of log_log_slope(). Throws std::invalid_argument unless
/// both have the same length of at least 3, with positive numbers. Relative error
/// of the factor: ≤ 1e-12.
// [snip:fit-power-law-declared]
PowerLaw fit_power_law(std::span<const double> x, std::span<const double> y);

/// \brief The standard error of a fitted exponent, from what the fit leaves over.
/// \implements{exponent-error}
///
/// √(Σ r² / ((n − 2) Σ (log x − mean log x)²)), r = log y − log of the fit.
/// Relative error, where the r are no rounding: ≤ 1e-10.
double exponent_error(std::span<const double> x, std::span<const double> y,
                      const PowerLaw& law);

/// \brief How far the last value is from what all the others foretell, as a share
/// of it: above 0 where they foretell too much.
///
/// Throws as fit_power_law() does for the others.
double error_of_forecast(std::span<const double> x, std::span<const double> y);
// [snip:fit-power-law-declared]

}  // namespace nn
