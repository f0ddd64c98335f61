#include "nn/power_law.hpp"

#include <cmath>
#include <cstddef>
#include <string>

#include "nn/require.hpp"

namespace nn {

namespace {

// [snip:mean-log]
double mean_log(std::span<const double> values) {
    double sum = 0.0;
    for (const double value : values) sum += std::log(value);
    return sum / static_cast<double>(values.size());
}
// [snip:mean-log]

}  // namespace

// [snip:log-log-slope]
double log_log_slope(std::span<const double> x, std::span<const double> y) {
    require(x.size() == y.size() && x.size() >= 2, "log_log_slope",
            std::to_string(x.size()) + " x and " + std::to_string(y.size()) +
                " y; as many of both, at least 2");
    const double mean_x = mean_log(x), mean_y = mean_log(y);
    double covariance = 0.0, variance = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double dx = std::log(x[i]) - mean_x;
        covariance += dx * (std::log(y[i]) - mean_y);
        variance += dx * dx;
    }
    return covariance / variance;
}
// [snip:log-log-slope]

}  // namespace nn
