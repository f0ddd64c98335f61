/// The tokens that may be drawn, by their definitions, in 50 digits.
#include <cmath>
#include <limits>
#include <vector>

#include "nn/rng.hpp"
#include "support/oracle.hpp"
#include "token_sampling.hpp"

using oracle::Real;
using oracle::Worst;

namespace {

using Shares = std::vector<double>;

/// Probabilities that are whole numbers of 2^-12, so that all their sums are exact;
/// some are equal.
Shares exact_shares(nn::Rng& rng) {
    Shares p(1 + rng.interval(29));
    double left = 1;
    for (double& share : p) {
        share = std::ldexp(std::floor(std::ldexp(left * rng.uniform(), 12)), -12);
        left -= share;
    }
    p.back() += left;
    return p;
}

Shares any_shares(nn::Rng& rng) {
    Shares p(1 + rng.interval(59));
    double sum = 0;
    for (double& share : p) sum += share = std::exp(rng.uniform(-12.0, 0.0));
    for (double& share : p) share /= sum;
    return p;
}

/// How many are likelier, or as likely and before it.
std::size_t rank_of(const Shares& p, std::size_t i) {
    std::size_t rank = 0;
    for (std::size_t j = 0; j < p.size(); ++j)
        rank += p[j] > p[i] || (p[j] == p[i] && j < i);
    return rank;
}

/// The probability of all that come before it.
Real mass_before(const Shares& p, std::size_t i) {
    Real mass = 0;
    for (std::size_t j = 0; j < p.size(); ++j)
        if (rank_of(p, j) < rank_of(p, i)) mass += p[j];
    return mass;
}

/// The worst error of the shares q among those of p that are in the set, in units
/// of what may be: one more than there are.
double error_of(const Shares& q, const Shares& p, const std::vector<bool>& in_set) {
    Real sum = 0;
    double members = 0;
    for (std::size_t i = 0; i < p.size(); ++i)
        if (in_set[i]) sum += p[i], ++members;
    Worst worst;
    for (std::size_t i = 0; i < p.size(); ++i) {
        const Real exact = in_set[i] ? Real(p[i] / sum) : Real(0);
        worst.see(oracle::ulp_error(q[i], exact) / (members + 1));
    }
    return worst.worst();
}

double top_k_error(const Shares& p, std::size_t k) {
    Shares q = p;
    nn::keep_top_k<double>(q, k);
    std::vector<bool> in_set(p.size());
    for (std::size_t i = 0; i < p.size(); ++i) in_set[i] = rank_of(p, i) < k;
    return error_of(q, p, in_set);
}

double nucleus_error(const Shares& p, double share) {
    Shares q = p;
    nn::keep_nucleus<double>(q, share);
    std::vector<bool> in_set(p.size());
    for (std::size_t i = 0; i < p.size(); ++i)
        in_set[i] = mass_before(p, i) < share;
    return error_of(q, p, in_set);
}

}  // namespace

TEST_CASE("the k likeliest", "[top-k]") {
    nn::Rng rng(940);
    Worst worst;
    for (int i = 0; i < 300; ++i) {
        const std::size_t k = 1 + rng.interval(39);
        worst.see(top_k_error(exact_shares(rng), k));
        worst.see(top_k_error(any_shares(rng), k));
    }
    worst.hold("top-k", "of k + 1 ulp", 1.0);
}

TEST_CASE("the nucleus", "[nucleus]") {
    nn::Rng rng(941);
    Worst worst;
    for (int i = 0; i < 300; ++i) {
        // shares that a sum meets exactly, half of them
        const double any = rng.uniform(0.01, 1.0);
        const double share = i % 2 == 0 ? std::ceil(any * 64) / 64 : any;
        worst.see(nucleus_error(exact_shares(rng), share));
        worst.see(nucleus_error(any_shares(rng), any));
    }
    for (const double share : {0.25, 0.5, 0.75, 1.0})  // all sums are met
        worst.see(nucleus_error({0.25, 0.25, 0.25, 0.25}, share));
    worst.hold("nucleus", "of m + 1 ulp", 1.0);
}
