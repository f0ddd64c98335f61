/// \file
/// \brief Do seven of ten things happen that were said to be 70 % likely?
#pragma once

#include <armadillo>
#include <vector>

namespace nn {

/// \brief The examples whose probability fell into one interval.
// [snip:calibration-declared]
struct CalibrationBin {
    double examples = 0.0;
    double said = 0.0;      ///< the mean of their probabilities
    double happened = 0.0;  ///< the share of them whose label is 1
};

/// \brief The examples by their probability, in `bins` intervals of equal width.
///
/// p and y are 1 × examples, p in [0, 1], y 0 or 1. An empty bin has zeros. Throws
/// std::invalid_argument for no bins, no examples or different lengths, and for a
/// probability outside of [0, 1] or a label that is neither 0 nor 1.
std::vector<CalibrationBin> calibration_bins(const arma::rowvec& p,
                                             const arma::rowvec& y,
                                             std::size_t bins);

/// \brief The mean distance of what was said from what happened.
/// \implements{calibration-error}
///
/// Naeini, Cooper and Hauskrecht (2015). Throws std::invalid_argument for no
/// examples. Absolute error: ≤ 1e-15.
double calibration_error(const std::vector<CalibrationBin>& bins);
// [snip:calibration-declared]

}  // namespace nn
