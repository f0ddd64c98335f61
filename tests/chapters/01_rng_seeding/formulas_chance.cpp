/// The numbered formulas of chapter 1 about chance, in 50 digits.
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <cstdint>
#include <vector>

#include "monte_carlo.hpp"
#include "nn/discrete_distribution.hpp"
#include "nn/power_law.hpp"
#include "nn/rng.hpp"
#include "nn/vocabulary.hpp"
#include "randomness_tests.hpp"
#include "replay.hpp"
#include "support/oracle.hpp"

using oracle::Real;
using oracle::Worst;

namespace {

constexpr int many = 20000;

std::vector<double> whole_weights(std::size_t n, nn::Rng& rng) {
    std::vector<double> weights(n);
    for (double& w : weights) w = std::floor(1.0 / (1.0 - rng.uniform()));
    return weights;
}

}  // namespace

TEST_CASE("Pearson's statistic", "[chi-square]") {
    nn::Rng rng(8);
    Worst worst;
    for (int i = 0; i < 500; ++i) {
        std::vector<double> observed(10), expected(10);
        Real exact = 0;
        for (std::size_t k = 0; k < 10; ++k) {
            observed[k] = static_cast<double>(rng.interval(100000));
            expected[k] = 1.0 + 1e4 * rng.uniform();
            const Real d = Real(observed[k]) - Real(expected[k]);
            exact += d * d / Real(expected[k]);
        }
        worst.see(oracle::ulp_error(nn::chi_square(observed, expected), exact));
    }
    worst.hold("chi-square", "ulp", 10.0);
}

TEST_CASE("the tail of chi-square", "[chi-square-p]") {
    Worst worst;
    for (const int degrees : {1, 2, 9, 255, 1023, 9999})
        for (const double deviations : {-6.0, -2.0, 0.0, 1.0, 3.0, 9.0, 20.0}) {
            const double x =
                std::max(0.1, degrees + deviations * std::sqrt(2.0 * degrees));
            const Real exact = boost::math::gamma_q(Real(degrees) / 2, Real(x) / 2);
            worst.see(
                oracle::relative_error(nn::chi_square_p_value(x, degrees), exact));
        }
    worst.hold("chi-square-p", "relative", 1e-12);
}

TEST_CASE("the tail of Poisson's distribution is a sum", "[poisson-tail]") {
    Worst worst;
    for (const double mean : {0.5, 2.0, 16.0, 300.0})
        for (const int count : {0, 1, 2, 5, 20, 280, 330}) {
            Real term = exp(-Real(mean)), below = 0;
            for (int k = 0; k < count; ++k) {
                below += term;
                term *= Real(mean) / (k + 1);
            }
            const Real exact = 1 - below;
            if (exact < Real("1e-30"))
                continue;  // 50 digits less what 1 − … cancels
            worst.see(oracle::relative_error(nn::poisson_tail(count, mean), exact));
        }
    worst.hold("poisson-tail", "relative", 1e-12);
}

TEST_CASE("the number of equal spacings expected", "[birthday-mean]") {
    nn::Rng rng(9);
    Worst worst;
    for (int i = 0; i < many; ++i) {
        const double m = 2.0 + static_cast<double>(rng.interval(100000));
        const double n = m * (1.0 + 1e4 * rng.uniform());
        worst.see(oracle::ulp_error(nn::birthday_mean(m, n),
                                    Real(m) * m * m / (4 * Real(n))));
    }
    worst.hold("birthday-mean", "ulp", 3.0);
}

TEST_CASE("π from the share of hits", "[monte-carlo-pi]") {
    nn::Rng rng(10);
    Worst worst;
    for (int i = 0; i < many; ++i) {
        const std::uint64_t darts = 1 + rng.interval(1u << 30);
        const std::uint64_t hits = rng.interval(darts);
        worst.see(oracle::ulp_error(nn::pi_from_darts(hits, darts),
                                    Real(4) * hits / darts));
    }
    worst.hold("monte-carlo-pi", "ulp", 0.5);
}

TEST_CASE("the error expected of n darts", "[monte-carlo-error]") {
    Worst worst;
    const Real pi = boost::math::constants::pi<Real>();
    for (int n = 1; n < many; ++n)
        worst.see(
            oracle::ulp_error(nn::expected_error(n), sqrt(pi * (4 - pi) / n)));
    worst.hold("monte-carlo-error", "ulp", 3.0);
}

TEST_CASE("the slope in a log-log plot", "[log-log-slope]") {
    nn::Rng rng(11);
    Worst worst;
    for (int i = 0; i < 200; ++i) {
        std::vector<double> x, y;
        Real sx = 0, sy = 0, sxx = 0, sxy = 0;
        for (int k = 0; k < 13; ++k) {
            x.push_back(std::ldexp(1.0, k));
            y.push_back(std::exp(-0.5 * k + rng.normal()));
            const Real lx = log(Real(x.back())), ly = log(Real(y.back()));
            sx += lx, sy += ly, sxx += lx * lx, sxy += lx * ly;
        }
        const Real exact = (13 * sxy - sx * sy) / (13 * sxx - sx * sx);
        worst.see(oracle::relative_error(nn::log_log_slope(x, y), exact));
    }
    worst.hold("log-log-slope", "relative", 1e-12);
}

TEST_CASE("the first index whose cumulated weight exceeds u", "[inverse-cdf]") {
    nn::Rng rng(12);
    Worst worst;
    const std::vector<double> weights = whole_weights(1000, rng);
    const nn::InverseCdf sampler(weights);
    Real total = 0;
    for (const double w : weights) total += w;
    for (int i = 0; i < many; ++i) {
        const double u = rng.uniform();
        std::size_t k = 0;
        for (Real sum = weights[0]; sum <= Real(u) * total; sum += weights[++k]) {
        }
        worst.see(sampler.draw(u) == k ? 0.0 : 1.0);
    }
    worst.hold("inverse-cdf", "indices wrong", 0.0);
}

TEST_CASE("the alias table gives back the probabilities", "[alias-probability]") {
    nn::Rng rng(13);
    Worst worst;
    for (const std::size_t n : {1u, 2u, 7u, 1000u}) {
        const std::vector<double> weights = whole_weights(n, rng);
        const nn::AliasTable table(weights);
        Real total = 0;
        for (const double w : weights) total += w;
        for (std::size_t i = 0; i < n; ++i)
            worst.see(static_cast<double>(
                abs(Real(table.probability(i)) - Real(weights[i]) / total)));
    }
    worst.hold("alias-probability", "absolute", 1e-15);
}

TEST_CASE("the probability of a word", "[unigram]") {
    nn::Rng rng(14);
    Worst worst;
    for (int i = 0; i < many; ++i) {
        const double words = 1.0 + static_cast<double>(rng.interval(1u << 30));
        const double count = static_cast<double>(rng.interval(1u << 20));
        worst.see(oracle::ulp_error(nn::unigram_probability(count, words),
                                    Real(count) / Real(words)));
    }
    worst.hold("unigram", "ulp", 0.5);
}

TEST_CASE("the share of places that differ", "[share-differing]") {
    nn::Rng rng(15);
    Worst worst;
    for (int i = 0; i < 200; ++i) {
        const std::size_t n = 1 + rng.interval(500);
        std::vector<double> a(n), b(n);
        std::size_t differing = 0;
        for (std::size_t k = 0; k < n; ++k) {
            a[k] = rng.uniform();
            const bool change = rng.interval(2) == 0;
            b[k] = change ? std::nextafter(a[k], 2.0) : a[k];
            differing += change;
        }
        worst.see(
            oracle::ulp_error(nn::share_differing(a, b), Real(differing) / n));
    }
    worst.hold("share-differing", "ulp", 0.5);
}
