/// How errors flow, what gates keep and what the adding problem asks, in 50 digits.
#include <cmath>
#include <vector>

#include "error_flow.hpp"
#include "forgetting.hpp"
#include "memory_tasks.hpp"
#include "support/oracle.hpp"
#include "weights.hpp"

using nn::Squashing;
using oracle::Real;
using oracle::Worst;

namespace {

constexpr Squashing all_squashings[] = {Squashing::none, Squashing::tanh,
                                        Squashing::sigmoid, Squashing::relu};

/// φ′ of a state, by itself.
Real slope(Squashing squashing, double h) {
    const Real state(h);
    if (squashing == Squashing::tanh) return 1 - state * state;
    if (squashing == Squashing::sigmoid) return state - state * state;
    return squashing == Squashing::relu && h <= 0 ? Real(0) : Real(1);
}

struct Flow {
    Flow(Squashing squashing, std::size_t n, std::size_t steps,
         std::uint32_t seed) {
        nn::Rng rng(seed);
        recurrence = {squashing, nn::numbers_of(nn::matrix_of_radius(n, 1.0, rng))};
        states =
            nn::states_of<double>(recurrence, nn::normal_steps(1, n, 1.0, rng)[0],
                                  nn::normal_steps(steps, n, 1.0, rng));
        last = nn::normal_steps(1, n, 1.0, rng)[0];
    }
    nn::Recurrence<double> recurrence;
    std::vector<std::vector<double>> states;
    std::vector<double> last;
};

}  // namespace

TEST_CASE("an error, one step back", "[error-back]") {
    constexpr std::size_t n = 12;
    Worst worst;
    for (const Squashing squashing : all_squashings)
        for (std::uint32_t seed = 0; seed < 20; ++seed) {
            const Flow flow(squashing, n, 1, seed);
            const std::vector<double> got =
                nn::error_back<double>(flow.recurrence, flow.states[0], flow.last);
            for (std::size_t j = 0; j < n; ++j) {
                Real exact = 0, sizes = 0;
                for (std::size_t i = 0; i < n; ++i) {
                    // the slope as its function gives it
                    const Real part =
                        Real(flow.recurrence.W[j * n + i]) *
                        Real(nn::slope_from_output(squashing, flow.states[0][i])) *
                        Real(flow.last[i]);
                    exact += part, sizes += abs(part);
                }
                if (sizes == 0) continue;
                worst.see(static_cast<double>(abs(Real(got[j]) - exact) /
                                              oracle::spacing<double>(sizes)) /
                          (n + 3));
            }
        }
    worst.hold("error-back", "of n + 3 ulp", 1.0);
}

TEST_CASE("all errors, from the end to the beginning", "[jacobian-product]") {
    constexpr std::size_t n = 6, steps = 20;
    Worst worst;
    for (const Squashing squashing : all_squashings)
        for (std::uint32_t seed = 0; seed < 10; ++seed) {
            const Flow flow(squashing, n, steps, seed);
            std::vector<Real> exact(n * n), sizes(n * n);  // column by column
            for (std::size_t i = 0; i < n; ++i)
                exact[i * n + i] = sizes[i * n + i] = 1;
            for (const std::vector<double>& state : flow.states) {
                std::vector<Real> next(n * n), next_sizes(n * n);
                for (std::size_t i = 0; i < n; ++i)
                    for (std::size_t j = 0; j < n; ++j)
                        for (std::size_t k = 0; k < n; ++k) {
                            const Real J = slope(squashing, state[i]) *
                                           Real(flow.recurrence.W[k * n + i]);
                            next[j * n + i] += J * exact[j * n + k];
                            next_sizes[j * n + i] += abs(J) * sizes[j * n + k];
                        }
                exact = next, sizes = next_sizes;
            }
            const arma::mat got =
                nn::jacobian_product(flow.recurrence, flow.states);
            for (std::size_t i = 0; i < n * n; ++i)
                if (sizes[i] > 0)
                    worst.see(
                        static_cast<double>(abs(Real(got(i)) - exact[i]) /
                                            oracle::spacing<double>(sizes[i])) /
                        steps);
        }
    worst.hold("jacobian-product", "of T ulp", 1.0);
}

TEST_CASE("no longer than this", "[vanishing-bound]") {
    nn::Rng rng(81);
    Worst worst;
    for (int i = 0; i < 2000; ++i) {
        const double gamma = rng.uniform(0.1, 1.0), sigma = rng.uniform(0.1, 3.0);
        const std::size_t steps = rng.interval(200);
        const Real exact = pow(Real(gamma) * Real(sigma), static_cast<int>(steps));
        worst.see(
            oracle::ulp_error(nn::vanishing_bound(gamma, sigma, steps), exact) /
            static_cast<double>(steps + 2));
    }
    CHECK(nn::vanishing_bound(0.0, 2.0, 0) == 1.0);
    worst.hold("vanishing-bound", "of T + 2 ulp", 1.0);
}

TEST_CASE("what forget gates let through", "[forget-product]") {
    nn::Rng rng(82);
    Worst worst;
    for (int i = 0; i < 500; ++i) {
        std::vector<double> sums(1 + rng.interval(49));
        Real exact = 1;
        for (double& sum : sums) {
            sum = 3.0 * rng.normal();
            exact /= 1 + exp(-Real(sum));
        }
        worst.see(oracle::ulp_error(nn::forget_product<double>(sums), exact) /
                  (3.0 * static_cast<double>(sums.size())));
    }
    CHECK(nn::forget_product<double>({}) == 1.0);
    worst.hold("forget-product", "of 3 T ulp", 1.0);
}

TEST_CASE("a bias for a memory of so many steps", "[forget-bias]") {
    Worst worst;
    for (std::size_t steps = 1; steps < 2000; ++steps) {
        worst.see(oracle::ulp_error(nn::forget_bias(steps), log(Real(steps))));
        const std::vector<double> sums(steps, nn::forget_bias(steps));
        CHECK(nn::forget_product<double>(sums) > 1.0 / std::exp(1.0));
    }
    worst.hold("forget-bias", "ulp", 1.0);
}

TEST_CASE("what the adding problem asks for", "[adding-target]") {
    nn::Rng rng(83);
    Worst worst;
    for (int i = 0; i < 5000; ++i) {
        const double a = rng.uniform(-1.0, 1.0), b = rng.uniform(-1.0, 1.0);
        const Real exact = Real(0.5) + (Real(a) + Real(b)) / 4;
        worst.see(static_cast<double>(abs(Real(nn::adding_target(a, b)) - exact) /
                                      oracle::spacing<double>(Real(1))));
    }
    CHECK((nn::adding_target(-1.0, -1.0) == 0.0 &&
           nn::adding_target(1.0, 1.0) == 1.0));
    worst.hold("adding-target", "ulp of 1", 1.0);
}

// X₁ + X₂ has the density (2 − |s|) / 4; it is summed by Simpson's rule, which is
// exact for straight lines.
TEST_CASE("what luck is worth, and the variance of the answer", "[adding-luck]") {
    const auto density = [](const Real& s) { return Real((2 - abs(s)) / 4); };
    const auto simpson = [](const auto& f, const Real& to) {
        return Real(to / 6 * (f(Real(0)) + 4 * f(Real(to / 2)) + f(to)));
    };
    Worst worst;
    for (const double distance : {0.0, 0.01, 0.04, 0.1, 0.25, 0.3, 0.5}) {
        const Real exact = 2 * simpson(density, 4 * Real(distance));
        worst.see(static_cast<double>(abs(nn::adding_luck(distance) - exact) /
                                      oracle::spacing<double>(Real(1))));
    }
    const auto squared = [&](const Real& s) {
        return Real(density(s) * s * s / 16);
    };  // a cubic: exact too
    CHECK(abs(2 * simpson(squared, Real(2)) - Real(1) / 24) < 1e-40);
    CHECK(nn::adding_luck(0.04) == Approx(0.1536));
    worst.hold("adding-luck", "ulp of 1", 2.0);
}
