/// \file
/// \brief The exponent of a power law, from measured values.
#pragma once

#include <span>

namespace nn {

/// \brief The slope of log y against log x by least squares.
/// \implements{log-log-slope}
///
/// Throws std::invalid_argument unless both have the same length of at least 2.
/// Relative error: ≤ 1e-12.
// [snip:log-log-slope-declared]
double log_log_slope(std::span<const double> x, std::span<const double> y);
// [snip:log-log-slope-declared]

}  // namespace nn
