/// The numbered formulas of chapter 2 about one neuron and its boundary, in 50
/// digits.
#include <boost/math/special_functions/erf.hpp>
#include <cmath>
#include <vector>

#include "gates.hpp"
#include "geometry.hpp"
#include "nn/activation.hpp"
#include "nn/affine.hpp"
#include "nn/neuron.hpp"
#include "nn/rng.hpp"
#include "support/oracle.hpp"

using oracle::Real;
using oracle::Worst;

namespace {

constexpr int many = 5000;

std::vector<double> normals(std::size_t n, nn::Rng& rng) {
    std::vector<double> values(n);
    for (double& value : values) value = rng.normal();
    return values;
}

Real exact_sum(const std::vector<double>& w, const std::vector<double>& x,
               double b) {
    Real sum = b;
    for (std::size_t i = 0; i < w.size(); ++i) sum += Real(w[i]) * Real(x[i]);
    return sum;
}

Real exact_sizes(const std::vector<double>& w, const std::vector<double>& x,
                 double b) {
    Real sum = abs(Real(b));
    for (std::size_t i = 0; i < w.size(); ++i) sum += abs(Real(w[i]) * Real(x[i]));
    return sum;
}

Real exact_length(const std::vector<double>& w) {
    Real squares = 0;
    for (const double weight : w) squares += Real(weight) * Real(weight);
    return sqrt(squares);
}

/// The bound of the page: γ of n + 1 roundings, times the sum of all sizes.
Real exact_bound(const std::vector<double>& w, const std::vector<double>& x,
                 double b) {
    const Real steps = ldexp(Real(w.size() + 1), -53);
    return steps / (1 - steps) * exact_sizes(w, x, b);
}

}  // namespace

TEST_CASE("the weighted sum stays within the bound of rounding", "[weighted-sum]") {
    nn::Rng rng(1);
    Worst worst;
    for (int i = 0; i < many; ++i) {
        const std::size_t n = rng.interval(60);
        const std::vector<double> w = normals(n, rng), x = normals(n, rng);
        const double b = rng.normal();
        const Real error =
            abs(Real(nn::weighted_sum<double>(w, x, b)) - exact_sum(w, x, b));
        worst.see(static_cast<double>(error / exact_bound(w, x, b)));
    }
    worst.hold("weighted-sum", "of the rounding bound", 1.0);
}

TEST_CASE("the bound of rounding", "[rounding-bound]") {
    nn::Rng rng(2);
    Worst worst;
    for (const std::size_t n : {0u, 1u, 2u, 30u, 200u, 5000u})
        for (int i = 0; i < 20; ++i) {
            const std::vector<double> w = normals(n, rng), x = normals(n, rng);
            const double b = rng.normal();
            worst.see(oracle::relative_error(nn::rounding_bound(w, x, b),
                                             exact_bound(w, x, b)));
        }
    worst.hold("rounding-bound", "relative", 1e-12);
}

TEST_CASE("the step", "[step]") {
    nn::Rng rng(3);
    Worst worst;
    const auto see = [&](double z) {
        worst.see(oracle::ulp_error(nn::step(z), Real(Real(z) >= 0 ? 1 : 0)));
    };
    for (const double z : {0.0, -0.0, 0x1p-1074, -0x1p-1074, 1e308, -1e308}) see(z);
    for (int i = 0; i < many; ++i) see(rng.normal());
    worst.hold("step", "ulp", 0.0);
}

TEST_CASE("the linear activation", "[linear]") {
    nn::Rng rng(4);
    Worst worst;
    for (int i = 0; i < many; ++i) {
        const double z = rng.normal();
        worst.see(oracle::ulp_error(nn::linear(z), Real(z)));
    }
    worst.hold("linear", "ulp", 0.0);
}

TEST_CASE("a layer is a weighted sum for each neuron and example", "[layer]") {
    nn::Rng rng(5);
    Worst worst;
    for (const arma::uword n : {1u, 2u, 3u, 17u, 200u}) {
        arma::mat W(7, n), X(n, 5);
        arma::vec b(7);
        for (double& value : W) value = rng.normal();
        for (double& value : X) value = rng.normal();
        for (double& value : b) value = rng.normal();
        const arma::mat Z = nn::affine(W, X, b);
        for (arma::uword k = 0; k < 7; ++k)
            for (arma::uword j = 0; j < 5; ++j) {
                const auto w = arma::conv_to<std::vector<double>>::from(W.row(k));
                const auto x = arma::conv_to<std::vector<double>>::from(X.col(j));
                const Real error = abs(Real(Z(k, j)) - exact_sum(w, x, b(k)));
                worst.see(static_cast<double>(error / exact_bound(w, x, b(k))));
            }
    }
    worst.hold("layer", "of the rounding bound", 1.0);
}

TEST_CASE("the threshold of one input", "[threshold]") {
    nn::Rng rng(6);
    Worst worst;
    for (int i = 0; i < many; ++i) {
        const double w = rng.normal(), b = rng.normal();
        worst.see(oracle::ulp_error(nn::threshold(w, b), Real(-Real(b) / Real(w))));
    }
    worst.hold("threshold", "ulp", 0.5);
}

TEST_CASE("the signed distance from the boundary", "[distance]") {
    nn::Rng rng(7);
    Worst worst;
    for (int i = 0; i < many; ++i) {
        const std::size_t n = 1 + rng.interval(40);
        const std::vector<double> w = normals(n, rng), x = normals(n, rng);
        const double b = rng.normal();
        const Real length = exact_length(w);
        const Real error =
            abs(Real(nn::signed_distance(w, x, b)) - exact_sum(w, x, b) / length);
        worst.see(static_cast<double>(error * length / exact_sizes(w, x, b)));
    }
    worst.hold("distance", "of the sizes added", 1e-12);
}

TEST_CASE("the share of normal inputs that fire", "[share-fires]") {
    nn::Rng rng(8);
    Worst worst;
    for (int i = 0; i < 2000; ++i) {
        const std::vector<double> w = normals(1 + rng.interval(9), rng);
        const double b = rng.uniform(-37.0, 37.0) * nn::length_of(w);
        const Real exact =
            boost::math::erfc(Real(-Real(b) / exact_length(w) / sqrt(Real(2)))) / 2;
        if (exact < Real("1e-300")) continue;
        worst.see(oracle::relative_error(nn::share_that_fires(w, b), exact));
    }
    worst.hold("share-fires", "relative", 1e-12);
}

TEST_CASE("one or the other, by two layers", "[xor-layers]") {
    const auto fires = [](const Real& z) { return Real(z >= 0 ? 1 : 0); };
    Worst worst;
    for (const int x0 : {0, 1})
        for (const int x1 : {0, 1}) {
            const Real either = fires(x0 + x1 - Real("0.5"));
            const Real not_both = fires(-x0 - x1 + Real("1.5"));
            const Real exact = fires(either + not_both - Real("1.5"));
            CHECK(exact == (x0 != x1 ? 1 : 0));
            worst.see(oracle::ulp_error(nn::xor_by_layers(x0, x1), exact));
        }
    worst.hold("xor-layers", "ulp", 0.0);
}
