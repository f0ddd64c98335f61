/// The formulas of many classes, in 50 digits.
#include <algorithm>
#include <vector>

#include "nn/rng.hpp"
#include "nn/softmax.hpp"
#include "support/oracle.hpp"

using oracle::Real;
using oracle::Worst;

namespace {

using Scores = std::vector<double>;

/// Scores of 1 to 50 classes: small ones, large ones, and some beyond what exp can
/// take.
std::vector<Scores> many_scores() {
    nn::Rng rng(31);
    std::vector<Scores> all{{0.0}, {1000.0}, {1000.0, 999.0}, {-1000.0, -1000.0}};
    for (int i = 0; i < 600; ++i) {
        Scores z(1 + rng.interval(49));
        const double width = i % 3 == 0 ? 1.0 : i % 3 == 1 ? 30.0 : 340.0;
        const double shift = i % 2 == 0 ? 0.0 : rng.uniform(-2000.0, 2000.0);
        for (double& value : z) value = shift + rng.uniform(-width, width);
        all.push_back(z);
    }
    return all;
}

double largest_of(const Scores& z) {
    return *std::max_element(z.begin(), z.end());
}

Real exact_sum(const Scores& z) {
    Real sum = 0;
    for (const double value : z) sum += exp(Real(value));
    return sum;
}

/// |got − exact| in ulp of the larger of 1 and |size|, over n + extra.
double share_of_bound(double got, const Real& exact, const Real& size,
                      std::size_t n, double extra) {
    const Real unit = oracle::spacing<double>(std::max(Real(1), Real(abs(size))));
    return static_cast<double>(abs(Real(got) - exact) / unit) /
           (static_cast<double>(n) + extra);
}

}  // namespace

TEST_CASE("log-sum-exp never overflows and is right", "[log-sum-exp]") {
    Worst worst;
    for (const Scores& z : many_scores()) {
        const Real exact = log(exact_sum(z));
        worst.see(
            share_of_bound(nn::log_sum_exp<double>(z), exact, exact, z.size(), 3));
    }
    worst.hold("log-sum-exp", "of n + 3 ulp", 1.0);
}

TEST_CASE("softmax never overflows and is right", "[softmax]") {
    Worst worst;
    for (const Scores& z : many_scores()) {
        Scores p(z.size());
        nn::softmax<double>(z, p);
        const Real sum = exact_sum(z);
        for (std::size_t i = 0; i < z.size(); ++i)
            worst.see(oracle::ulp_error(p[i], Real(exp(Real(z[i])) / sum)) /
                      (static_cast<double>(z.size()) + largest_of(z) - z[i] + 4));
    }
    worst.hold("softmax", "of n + d + 4 ulp", 1.0);
}

TEST_CASE("cross-entropy", "[cross-entropy]") {
    Worst worst;
    for (const Scores& z : many_scores()) {
        const Real sum = log(exact_sum(z));
        Real size = 0;
        for (const double value : z) size = std::max(size, Real(abs(Real(value))));
        for (std::size_t right = 0; right < z.size(); ++right)
            worst.see(share_of_bound(nn::cross_entropy<double>(z, right),
                                     Real(sum - z[right]), size, z.size(), 4));
    }
    worst.hold("cross-entropy", "of n + 4 ulp", 1.0);
}

TEST_CASE("the slope of the cross-entropy is softmax less the answer",
          "[cross-entropy-gradient]") {
    Worst worst;
    for (const Scores& z : many_scores()) {
        const Real sum = exact_sum(z);
        const std::size_t right = z.size() / 2;
        Scores dz(z.size());
        nn::cross_entropy_grad<double>(z, right, dz);
        for (std::size_t i = 0; i < z.size(); ++i) {
            const Real exact = exp(Real(z[i])) / sum - (i == right ? 1 : 0);
            worst.see(share_of_bound(dz[i], exact, 1, z.size(), 5));
        }
    }
    worst.hold("cross-entropy-gradient", "of n + 5 ulp", 1.0);
}
