#include "calibration.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "nn/require.hpp"

namespace nn {

// [snip:calibration-bins]
std::vector<CalibrationBin> calibration_bins(const arma::rowvec& p,
                                             const arma::rowvec& y,
                                             std::size_t bins) {
    require(bins > 0, "calibration_bins", "0 bins; give at least 1");
    require(p.n_elem == y.n_elem && !p.empty(), "calibration_bins",
            std::to_string(p.n_elem) + " probabilities and " +
                std::to_string(y.n_elem) + " labels; give one label each");
    std::vector<CalibrationBin> all(bins);
    for (arma::uword i = 0; i < p.n_elem; ++i) {
        require(p[i] >= 0.0 && p[i] <= 1.0 && (y[i] == 0.0 || y[i] == 1.0),
                "calibration_bins",
                "probability " + std::to_string(i) + " is " + std::to_string(p[i]) +
                    " and its label " + std::to_string(y[i]) +
                    "; they must be from 0 to 1, and 0 or 1");
        const auto at = static_cast<std::size_t>(p[i] * static_cast<double>(bins));
        CalibrationBin& bin = all[std::min(at, bins - 1)];  // 1 is in the last one
        bin.examples += 1.0, bin.said += p[i], bin.happened += y[i];
    }
    for (CalibrationBin& bin : all)
        if (bin.examples > 0.0)
            bin.said /= bin.examples, bin.happened /= bin.examples;
    return all;
}
// [snip:calibration-bins]

// [snip:calibration-error]
double calibration_error(const std::vector<CalibrationBin>& bins) {
    double distance = 0.0, examples = 0.0;
    for (const CalibrationBin& bin : bins) {
        distance += bin.examples * std::abs(bin.said - bin.happened);
        examples += bin.examples;
    }
    require(examples > 0.0, "calibration_error", "no examples; give at least 1");
    return distance / examples;
}
// [snip:calibration-error]

}  // namespace nn
