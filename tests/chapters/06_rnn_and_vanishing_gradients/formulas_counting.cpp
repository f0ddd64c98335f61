/// The formulas of counting and of sampling in 50 digits.
#include <cmath>
#include <numeric>
#include <vector>

#include "counted_text.hpp"
#include "nn/ngram.hpp"
#include "nn/rng.hpp"
#include "nn/sampling.hpp"
#include "support/oracle.hpp"

using oracle::Real;
using oracle::Worst;

TEST_CASE("Witten and Bell's share", "[witten-bell]") {
    nn::Rng rng(61);
    Worst worst;
    for (int i = 0; i < 20'000; ++i) {
        const double followed = 1.0 + std::floor(std::exp(rng.uniform(0.0, 15.0)));
        const double kinds = std::ceil(followed * rng.uniform());
        const double count = std::floor(followed * rng.uniform());
        const double shorter = std::exp(rng.uniform(-30.0, 0.0));
        const Real exact = (Real(count) + Real(kinds) * Real(shorter)) /
                           (Real(followed) + Real(kinds));
        worst.see(oracle::ulp_error(
            nn::witten_bell(count, followed, kinds, shorter), exact));
    }
    worst.hold("witten-bell", "ulp", 2.5);
}

TEST_CASE("bits per symbol", "[bits-per-symbol]") {
    nn::Rng rng(62);
    Worst worst;
    for (int i = 0; i < 500; ++i) {
        const std::size_t n = 1 + rng.interval(200);
        nn::BitsPerSymbol paid;
        Real exact = 0;
        for (std::size_t k = 0; k < n; ++k) {
            const double p = std::exp(-std::exp(rng.uniform(-10.0, 4.0)));
            paid.see(p);
            exact -= log(Real(p)) / log(Real(2));
        }
        worst.see(oracle::ulp_error(paid.mean(), Real(exact / n)) /
                  static_cast<double>(n + 2));
    }
    worst.hold("bits-per-symbol", "of n + 2 ulp", 1.0);
}

TEST_CASE("softmax at a temperature", "[softmax-temperature]") {
    nn::Rng rng(63);
    Worst worst;
    for (int i = 0; i < 600; ++i) {
        std::vector<double> z(1 + rng.interval(59)), p(z.size());
        for (double& score : z) score = rng.uniform(-20.0, 20.0);
        const double temperature = std::exp(rng.uniform(-2.5, 2.5));
        nn::softmax_at_temperature<double>(z, temperature, p);
        const Real largest = *std::max_element(z.begin(), z.end());
        std::vector<Real> shares;
        for (const double score : z)
            shares.push_back(exp(Real((score - largest) / temperature)));
        const Real sum = std::accumulate(shares.begin(), shares.end(), Real(0));
        for (std::size_t k = 0; k < z.size(); ++k) {
            const Real distance = (largest - z[k]) / temperature;
            const double bound = static_cast<double>(z.size()) +
                                 2.0 * static_cast<double>(distance) + 4.0;
            worst.see(oracle::ulp_error(p[k], Real(shares[k] / sum)) / bound);
        }
    }
    worst.hold("softmax-temperature", "of n + 2d + 4 ulp", 1.0);
}
