#include "scaling_law.hpp"

#include <cstddef>
#include <string>

#include "nn/power_law.hpp"
#include "nn/require.hpp"

namespace nn {

namespace {

// [snip:mean-logarithm]
double mean_logarithm(std::span<const double> values) {
    double sum = 0;
    for (const double value : values) {
        require(value > 0 && std::isfinite(value), "fit_power_law",
                std::to_string(value) +
                    " is no number of a power law; give "
                    "positive ones");
        sum += std::log(value);
    }
    return sum / double(values.size());
}
// [snip:mean-logarithm]

}  // namespace

// [snip:fit-power-law]
PowerLaw fit_power_law(std::span<const double> x, std::span<const double> y) {
    require(x.size() == y.size() && x.size() >= 3, "fit_power_law",
            std::to_string(x.size()) + " x and " + std::to_string(y.size()) +
                " y; as many of both, at least 3");
    PowerLaw law{.exponent = log_log_slope(x, y)};
    law.factor = std::exp(mean_logarithm(y) - law.exponent * mean_logarithm(x));
    law.exponent_error = exponent_error(x, y, law);
    return law;
}
// [snip:fit-power-law]

// [snip:exponent-error]
double exponent_error(std::span<const double> x, std::span<const double> y,
                      const PowerLaw& law) {
    const double mean = mean_logarithm(x);
    double left = 0, spread = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double r =
            std::log(y[i]) - std::log(law.factor) - law.exponent * std::log(x[i]);
        const double away = std::log(x[i]) - mean;
        left += r * r, spread += away * away;
    }
    return std::sqrt(left / (double(x.size() - 2) * spread));
}
// [snip:exponent-error]

// [snip:error-of-forecast]
double error_of_forecast(std::span<const double> x, std::span<const double> y) {
    require(x.size() == y.size() && !x.empty(), "error_of_forecast",
            std::to_string(x.size()) + " x and " + std::to_string(y.size()) +
                " y; as many of both, at least 4");
    const std::size_t n = x.size() - 1;
    return fit_power_law(x.first(n), y.first(n)).at(x[n]) / y[n] - 1;
}
// [snip:error-of-forecast]

}  // namespace nn
