/// The numbered formulas of chapter 4 about the text, in 50 digits.
#include <cmath>
#include <vector>

#include "nn/rng.hpp"
#include "nn/subsampling.hpp"
#include "support/oracle.hpp"

using oracle::Real;
using oracle::Worst;

namespace {

/// The formula as the page has it, with f = count / total and t = sample.
Real exact_keep(double count, double total, double sample) {
    const Real f = Real(count) / Real(total), t(sample);
    const Real keep = (sqrt(f / t) + 1) * (t / f);
    return keep < 1 ? keep : Real(1);
}

}  // namespace

TEST_CASE("the chance of an occurrence to be kept", "[keep-probability]") {
    Worst worst;
    const auto see = [&](double count, double total, double sample) {
        worst.see(oracle::ulp_error(nn::keep_probability(count, total, sample),
                                    exact_keep(count, total, sample)));
    };
    nn::Rng rng(41);
    for (int i = 0; i < 60000; ++i) {
        const double total = std::floor(std::exp(rng.uniform(0.0, 27.0)));
        const double share = std::exp(rng.uniform(-std::log(total), 0.0));
        const double count = std::max(1.0, std::floor(share * total));
        see(count, total, std::exp(rng.uniform(-16.0, 0.0)));
        see(count, total, 1e-4);
    }
    for (const double sample : {5e-324, 1e-300, 1e-5, 0.3819660112501051, 1.0, 1e9})
        for (const double total : {1.0, 3.0, 789'684.0, 9007199254740991.0}) {
            see(1.0, total, sample);
            see(total, total, sample);
        }
    worst.hold("keep-probability", "ulp", 2.5);
}

TEST_CASE("the weight of a noise word", "[noise-weight]") {
    Worst worst;
    nn::Rng rng(42);
    for (const double power : {-1.0, 0.0, 0.25, 0.5, 0.75, 0.9, 1.0, 2.0}) {
        std::vector<double> counts{1.0, 2.0, 3.0, 9007199254740991.0};
        for (int i = 0; i < 8000; ++i)
            counts.push_back(std::floor(std::exp(rng.uniform(0.0, 27.0))));
        const std::vector<double> weights = nn::noise_weights(counts, power);
        REQUIRE(weights.size() == counts.size());
        for (std::size_t i = 0; i < counts.size(); ++i)
            worst.see(
                oracle::ulp_error(weights[i], pow(Real(counts[i]), Real(power))));
    }
    worst.hold("noise-weight", "ulp", 1.0);
}
