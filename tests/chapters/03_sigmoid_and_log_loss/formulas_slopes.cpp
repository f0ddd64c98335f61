/// Differences, their best steps, and the error of a gradient, in 50 digits.
#include <cmath>
#include <vector>

#include "difference_steps.hpp"
#include "nn/difference.hpp"
#include "nn/gradient_check.hpp"
#include "nn/rng.hpp"
#include "support/oracle.hpp"

using oracle::Real;
using oracle::Worst;

namespace {

/// x³ takes few roundings, so that a bound on them can be told exactly.
template <class T>
T cube(T x) {
    return x * x * x;
}

constexpr double epsilon = 0x1p-53;

}  // namespace

// cube has a relative error of 2 epsilon, x + h is rounded once more, and each
// operation of the difference adds its own: the bounds below count them.
TEST_CASE("the one-sided difference is its formula up to rounding",
          "[forward-difference]") {
    nn::Rng rng(41);
    Worst worst;
    for (int i = 0; i < 5000; ++i) {
        const double x = rng.uniform(0.5, 2.0);
        const double h = std::ldexp(1.0, -static_cast<int>(rng.interval(40)));
        const Real exact = (cube(Real(x) + h) - cube(Real(x))) / h;
        const double got = nn::forward_difference(cube<double>, x, h);
        const Real bound =
            10 * epsilon * cube(Real(x) + h) / h + abs(exact) * epsilon;
        worst.see(static_cast<double>(abs(Real(got) - exact) / bound));
    }
    worst.hold("forward-difference", "of what rounding allows", 1.0);
}

TEST_CASE("the central difference is its formula up to rounding",
          "[central-difference]") {
    nn::Rng rng(42);
    Worst worst;
    for (int i = 0; i < 5000; ++i) {
        const double x = rng.uniform(0.5, 2.0);
        const double h = std::ldexp(1.0, -static_cast<int>(rng.interval(40)));
        const Real exact = (cube(Real(x) + h) - cube(Real(x) - h)) / (2 * Real(h));
        const double got = nn::central_difference(cube<double>, x, h);
        const Real bound =
            10 * epsilon * cube(Real(x) + h) / h + abs(exact) * epsilon;
        worst.see(static_cast<double>(abs(Real(got) - exact) / bound));
    }
    worst.hold("central-difference", "of what rounding allows", 1.0);
}

TEST_CASE("the best step of a one-sided difference", "[best-forward-step]") {
    nn::Rng rng(43);
    Worst worst;
    for (int i = 0; i < 5000; ++i) {
        const double f = rng.normal(), f2 = rng.normal();
        const double e = std::exp(rng.uniform(-110.0, -1.0));
        worst.see(oracle::ulp_error(nn::best_forward_step(e, f, f2),
                                    Real(2 * sqrt(Real(e) * abs(Real(f) / f2)))));
    }
    worst.hold("best-forward-step", "ulp", 2.0);
}

TEST_CASE("the best step of a central difference", "[best-central-step]") {
    nn::Rng rng(44);
    Worst worst;
    for (int i = 0; i < 5000; ++i) {
        const double f = rng.normal(), f3 = rng.normal();
        const double e = std::exp(rng.uniform(-110.0, -1.0));
        worst.see(oracle::ulp_error(nn::best_central_step(e, f, f3),
                                    Real(cbrt(3 * Real(e) * abs(Real(f) / f3)))));
    }
    worst.hold("best-central-step", "ulp", 3.0);
}

TEST_CASE("the error of one slope", "[gradient-error]") {
    nn::Rng rng(45);
    Worst worst;
    for (int i = 0; i < 5000; ++i) {
        const Real exact = Real(rng.normal()) / 3,
                   largest = 1 + Real(rng.uniform());
        const double given =
            static_cast<double>(exact) * (1.0 + 1e-6 * rng.normal());
        worst.see(oracle::ulp_error(nn::gradient_error(given, exact, largest),
                                    Real(abs(Real(given) - exact) / abs(exact))));
        const Real tiny =
            exact * Real("1e-12");  // measured against the largest slope
        worst.see(oracle::ulp_error(nn::gradient_error(0.0, tiny, largest),
                                    Real(abs(tiny) / (largest * Real("1e-8")))));
    }
    worst.hold("gradient-error", "ulp", 1.0);
}
