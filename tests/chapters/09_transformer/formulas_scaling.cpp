/// Power laws and the error of their exponent, against 50 digits.
#include <vector>

#include "nn/rng.hpp"
#include "scaling_law.hpp"
#include "support/oracle.hpp"

using oracle::Real;
using oracle::Worst;

namespace {

struct ExactLaw {
    Real factor, exponent, error;
};

/// By the normal equations of log y = log c + a log x.
ExactLaw exact_law(const std::vector<double>& x, const std::vector<double>& y) {
    const Real n = x.size();
    Real sx = 0, sy = 0, sxx = 0, sxy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const Real u = log(Real(x[i])), v = log(Real(y[i]));
        sx += u, sy += v, sxx += u * u, sxy += u * v;
    }
    const Real a = (n * sxy - sx * sy) / (n * sxx - sx * sx), b = (sy - a * sx) / n;
    Real left = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const Real r = log(Real(y[i])) - b - a * log(Real(x[i]));
        left += r * r;
    }
    return {exp(b), a, sqrt(left / ((n - 2) * (sxx - sx * sx / n)))};
}

/// A law with noise, as measured values have it.
struct Measured {
    explicit Measured(nn::Rng& rng) {
        const auto n = std::size_t(rng.integer(3, 12));
        const double exponent = rng.uniform(-2.0, 2.0);
        for (std::size_t i = 0; i < n; ++i) {
            x.push_back(std::exp(rng.uniform(0.0, 15.0)));
            y.push_back(3 * std::pow(x[i], exponent) *
                        std::exp(0.05 * rng.normal()));
        }
    }
    std::vector<double> x{}, y{};
};

}  // namespace

TEST_CASE("a power law through measured values", "[power-law]") {
    nn::Rng rng(96);
    Worst worst;
    for (int trial = 0; trial < 200; ++trial) {
        const Measured data(rng);
        worst.see(oracle::relative_error(nn::fit_power_law(data.x, data.y).factor,
                                         exact_law(data.x, data.y).factor));
    }
    worst.hold("power-law", "relative", 1e-12);
}

TEST_CASE("the standard error of an exponent", "[exponent-error]") {
    nn::Rng rng(97);
    Worst worst;
    for (int trial = 0; trial < 200; ++trial) {
        const Measured data(rng);
        worst.see(
            oracle::relative_error(nn::fit_power_law(data.x, data.y).exponent_error,
                                   exact_law(data.x, data.y).error));
    }
    worst.hold("exponent-error", "relative", 1e-10);
}
