/// The formulas of the sigmoid and the log loss, in 50 digits, over the whole
/// range.
#include <cmath>
#include <vector>

#include "nn/loss.hpp"
#include "nn/rng.hpp"
#include "nn/sigmoid.hpp"
#include "support/oracle.hpp"

using oracle::Real;
using oracle::Worst;

namespace {

/// Where the sigmoid is asked: the ends, the places where e^z passes a power of
/// two, those where nothing is left beside 1, and numbers of every size.
std::vector<double> logits() {
    std::vector<double> all{0.0,     -0.0,   1e-300, -1e-300, 5e-324, -5e-324,
                            -36.7,   -37.0,  -37.5,  36.7,    37.0,   709.78,
                            709.79,  710.0,  -708.3, -708.4,  -745.0, -745.13,
                            -745.14, -745.2, 800.0};
    for (int k = -1075; k <= 60; ++k) {
        const double at = k * std::log(2.0);
        for (double z = std::nextafter(at, -800.0), i = 0; i < 3; ++i) {
            if (z >= -745.0 && z <= 800.0) all.push_back(z);
            z = std::nextafter(z, 800.0);
        }
    }
    nn::Rng rng(21);
    for (int i = 0; i < 40000;
         ++i) {  // e^z a little above a power of two: p below it
        const double k = static_cast<double>(rng.integer(2, 27));
        const double over = std::ldexp(rng.uniform(0.0, 4.0), -static_cast<int>(k));
        all.push_back(std::log1p(over) - k * std::log(2.0));
    }
    for (int i = 0; i < 40000; ++i) all.push_back(rng.uniform(-745.0, 800.0));
    for (int i = 0; i < 40000; ++i) all.push_back(rng.uniform(-40.0, 40.0));
    for (int i = 0; i < 20000; ++i) {
        const double size = std::exp(rng.uniform(-700.0, 6.6));
        all.push_back(size);
        all.push_back(-size);
    }
    return all;
}

Real exact_sigmoid(double z) {
    return 1 / (1 + exp(-Real(z)));
}
Real exact_softplus(double z) {
    return Real(z > 0 ? z : 0) + log1p(exp(-abs(Real(z))));
}

std::vector<double> probabilities() {
    nn::Rng rng(22);
    std::vector<double> all;
    for (int i = 0; i < 20000; ++i) all.push_back(rng.uniform(1e-9, 1.0));
    for (int i = 0; i < 5000; ++i) {
        const double small = std::exp(rng.uniform(-700.0, -1.0));
        all.push_back(small);
        all.push_back(1.0 - small / 8);
    }
    return all;
}

}  // namespace

TEST_CASE("the sigmoid over the whole range", "[sigmoid]") {
    Worst worst;
    for (const double z : logits())
        worst.see(oracle::ulp_error(nn::sigmoid(z), exact_sigmoid(z)));
    worst.hold("sigmoid", "ulp", 2.0);
}

TEST_CASE("softplus over the whole range", "[softplus]") {
    Worst worst;
    for (const double z : logits())
        worst.see(oracle::ulp_error(nn::softplus(z), exact_softplus(z)));
    worst.hold("softplus", "ulp", 2.0);
}

TEST_CASE("the log loss from the logit over the whole range",
          "[log-loss-from-logit]") {
    Worst worst;
    for (const double z : logits())
        for (const double y : {0.0, 1.0})
            worst.see(oracle::ulp_error(nn::log_loss_from_logit(z, y),
                                        exact_softplus(y == 1.0 ? -z : z)));
    worst.hold("log-loss-from-logit", "ulp", 2.0);
}

TEST_CASE("the logit", "[logit]") {
    Worst worst;
    CHECK(nn::logit(1.0) == std::numeric_limits<double>::infinity());
    CHECK(nn::logit(0.0) == -std::numeric_limits<double>::infinity());
    for (const double p : probabilities()) {
        if (p == 1.0) continue;
        const Real exact = log(Real(p)) - log1p(-Real(p));
        const Real unit =
            oracle::spacing<double>(abs(exact) > 1 ? Real(abs(exact)) : Real(1));
        worst.see(static_cast<double>(abs(Real(nn::logit(p)) - exact) / unit));
    }
    worst.hold("logit", "ulp of 1 or more", 4.0);
}

TEST_CASE("the slope of the sigmoid", "[sigmoid-slope]") {
    Worst worst;
    for (const double p : probabilities())
        worst.see(oracle::ulp_error(nn::sigmoid_grad_from_output(p),
                                    Real(p) * (1 - Real(p))));
    worst.hold("sigmoid-slope", "ulp", 1.5);
}

TEST_CASE("the log loss of a probability", "[log-loss]") {
    Worst worst;
    for (const double p : probabilities()) {
        worst.see(oracle::ulp_error(nn::log_loss(p, 1.0), Real(-log(Real(p)))));
        worst.see(oracle::ulp_error(nn::log_loss(p, 0.0), Real(-log1p(-Real(p)))));
    }
    worst.hold("log-loss", "ulp", 2.0);
}

TEST_CASE("the slope of the log loss in the logit", "[log-loss-gradient]") {
    Worst worst;
    for (const double p : probabilities())
        for (const double y : {0.0, 1.0})
            worst.see(
                oracle::ulp_error(nn::log_loss_grad(p, y), Real(p) - Real(y)));
    worst.hold("log-loss-gradient", "ulp", 0.5);
}

TEST_CASE("the slope of the squared error in the logit",
          "[squared-error-gradient]") {
    Worst worst;
    for (const double p : probabilities())
        for (const double y : {0.0, 1.0}) {
            const Real q(p);
            worst.see(oracle::ulp_error(nn::squared_error_grad(p, y),
                                        Real(2 * (q - y) * q * (1 - q))));
        }
    worst.hold("squared-error-gradient", "ulp", 3.0);
}
