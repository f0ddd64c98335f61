/// What counts, trees and clouds of points are worth, in 50 digits.
#include <armadillo>
#include <cmath>
#include <vector>

#include "nn/huffman.hpp"
#include "nn/principal_components.hpp"
#include "nn/rng.hpp"
#include "nn/synonym_score.hpp"
#include "pmi.hpp"
#include "support/oracle.hpp"

using oracle::Real;
using oracle::Worst;

TEST_CASE("pointwise mutual information", "[pmi]") {
    nn::Rng rng(421);
    Worst worst;
    for (int i = 0; i < 20000; ++i) {
        const double pairs = std::floor(std::exp(rng.uniform(1.0, 30.0)));
        const auto up_to = [&](double most) {
            return std::floor(std::exp(rng.uniform(0.0, std::log(most))));
        };
        const double left = up_to(pairs), right = up_to(pairs);
        const double together = up_to(std::min(left, right));
        const Real want = log(Real(together) * pairs / (Real(left) * right));
        const Real unit =
            oracle::spacing<double>(std::max(Real(1), Real(abs(want))));
        worst.see(static_cast<double>(
            abs(nn::pmi(together, left, right, pairs) - want) / unit));
    }
    worst.hold("pmi", "ulp of the larger of 1 and it", 3.0);
}

TEST_CASE("neighbours' probabilities from prior and scores", "[bayes-recovery]") {
    nn::Rng rng(422);
    Worst worst;
    for (const std::size_t n : {1u, 2u, 10u, 500u}) {
        std::vector<double> scores(n), prior(n), posterior(n);
        for (double& z : scores) z = 5.0 * rng.normal();
        for (double& p : prior) p = std::exp(rng.uniform(-9.0, 0.0));
        nn::neighbour_probabilities(scores, prior, posterior);
        Real sum = 0, largest = -1000;
        for (std::size_t c = 0; c < n; ++c) {
            sum += prior[c] * exp(Real(scores[c]));
            largest = std::max(largest, Real(log(Real(prior[c])) + scores[c]));
        }
        for (std::size_t c = 0; c < n; ++c) {
            const Real want = prior[c] * exp(Real(scores[c])) / sum;
            const Real below = largest - log(Real(prior[c])) - scores[c];
            worst.see(oracle::ulp_error(posterior[c], want) /
                      static_cast<double>(below + n + 6));
        }
    }
    worst.hold("bayes-recovery", "of V + d + 6 ulp", 1.0);
}

TEST_CASE("the mean length of a path", "[mean-code-length]") {
    nn::Rng rng(423);
    Worst worst;
    for (const std::size_t n : {2u, 3u, 30u, 5000u}) {
        std::vector<double> weights(n);
        for (double& weight : weights)
            weight = std::floor(std::exp(9.0 * rng.uniform()));
        const nn::HuffmanTree tree(weights);
        Real steps = 0, total = 0;
        for (std::size_t i = 0; i < n; ++i)
            steps += Real(weights[i]) * tree.path(i).size(), total += weights[i];
        worst.see(oracle::relative_error(nn::mean_code_length(tree, weights),
                                         Real(steps / total)));
    }
    worst.hold("mean-code-length", "relative", 1e-12);
}

TEST_CASE("the probability of a step down the tree", "[branch-probability]") {
    nn::Rng rng(424);
    Worst worst;
    for (int i = 0; i < 20000; ++i) {
        const double z = rng.uniform(-700.0, 700.0) * (i % 2 == 0 ? 1.0 : 0.01);
        for (const bool right : {false, true})
            worst.see(oracle::ulp_error(nn::branch_probability(z, right),
                                        1 / (1 + exp(right ? Real(z) : -Real(z)))));
    }
    worst.hold("branch-probability", "ulp", 2.0);
}

TEST_CASE("how often one number is larger than another", "[area-under-curve]") {
    nn::Rng rng(425);
    Worst worst;
    for (const std::size_t n : {1u, 2u, 7u, 300u})
        for (const std::uint64_t values : {1u, 3u, 1000u}) {
            std::vector<double> larger(n), smaller(2 * n + 1);
            for (double& x : larger)
                x = static_cast<double>(1 + rng.interval(values));
            for (double& y : smaller) y = static_cast<double>(rng.interval(values));
            Real sum = 0;
            for (const double x : larger)
                for (const double y : smaller)
                    sum += x > y ? Real(1) : x == y ? Real(0.5) : Real(0);
            worst.see(
                oracle::ulp_error(nn::area_under_curve(larger, smaller),
                                  Real(sum / (larger.size() * smaller.size()))));
        }
    worst.hold("area-under-curve", "ulp", 1.0);
}

TEST_CASE("points in the coordinates of their principal axes",
          "[principal-components]") {
    nn::Rng rng(426);
    Worst worst;
    for (const auto& [d, n] :
         {std::pair<arma::uword, arma::uword>{2, 5}, {5, 3}, {20, 60}}) {
        arma::mat X(d, n);
        for (double& x : X) x = 3.0 + rng.normal();
        const arma::uword k = std::min(d, n) - 1;
        const nn::PrincipalComponents found = nn::principal_components(X, k);
        const arma::mat Y = nn::coordinates(found, X);
        Real longest = 0;
        for (arma::uword j = 0; j < n; ++j)
            longest = std::max(longest, Real(arma::norm(X.col(j))));
        std::vector<Real> mean(d, Real(0));
        for (arma::uword i = 0; i < d; ++i)
            for (arma::uword j = 0; j < n; ++j) mean[i] += Real(X(i, j)) / n;
        std::vector<Real> variance(k, Real(0));
        for (arma::uword a = 0; a < k; ++a)
            for (arma::uword j = 0; j < n; ++j) {
                Real y = 0;
                for (arma::uword i = 0; i < d; ++i)
                    y += found.axes(i, a) * (X(i, j) - mean[i]);
                worst.see(static_cast<double>(abs(Y(a, j) - y) / longest));
                variance[a] += y * y / n;
            }
        // the axes are those of the covariance: S u = λ u, to the square of the
        // size
        for (arma::uword a = 0; a < k; ++a) {
            CHECK(oracle::relative_error(found.variance[a], variance[a]) < 1e-12);
            for (arma::uword i = 0; i < d; ++i) {
                Real Su = 0;
                for (arma::uword j = 0; j < n; ++j) {
                    Real y = 0;
                    for (arma::uword l = 0; l < d; ++l)
                        y += found.axes(l, a) * (X(l, j) - mean[l]);
                    Su += y * (X(i, j) - mean[i]) / n;
                }
                worst.see(
                    static_cast<double>(abs(Su - variance[a] * found.axes(i, a)) /
                                        (longest * longest)));
            }
        }
    }
    worst.hold("principal-components", "of the longest point", 1e-12);
}
