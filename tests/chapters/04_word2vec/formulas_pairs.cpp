/// A word and a neighbour: scores, prices and their slopes, in 50 digits.
#include <armadillo>
#include <vector>

#include "exact_pairs.hpp"
#include "nn/gradient_check.hpp"
#include "pair_gradient.hpp"
#include "pair_loss.hpp"
#include "random_pairs.hpp"

using namespace exact_pairs;
using oracle::Real;
using oracle::Worst;

namespace {

std::vector<double> flat(const arma::vec& w, const arma::mat& C) {
    std::vector<double> all(w.begin(), w.end());
    all.insert(all.end(), C.begin(), C.end());
    return all;
}

}  // namespace

TEST_CASE("the score of a pair", "[pair-score]") {
    nn::Rng rng(401);
    Worst worst;
    for (const std::size_t d : {1u, 2u, 7u, 100u, 1000u})
        for (int i = 0; i < 50; ++i) {
            const auto w = random_numbers(d, rng), c = random_numbers(d, rng);
            const auto [want, size] = exact_score(w, c, 0);
            const double got = nn::pair_score<double>(w, c);
            worst.see(static_cast<double>(abs(Real(got) - want) /
                                          oracle::spacing<double>(size)) /
                      static_cast<double>(d));
        }
    worst.hold("pair-score", "of d ulp", 1.0);
}

TEST_CASE("the price of a neighbour under the softmax", "[skip-gram-softmax]") {
    nn::Rng rng(402);
    Worst worst;
    for (const auto& [d, n] : shapes) {
        const auto w = random_numbers(d, rng), C = random_numbers(d * n, rng);
        Real sum = 0, size = 0;
        for (std::size_t j = 0; j < n; ++j) {
            const ExactScore z = exact_score(w, C, j);
            sum += exp(z.score), size = std::max(size, z.size);
        }
        for (std::size_t right = 0; right < n; ++right) {
            const Real want = -log(exp(exact_score(w, C, right).score) / sum);
            const double got = nn::skip_gram_loss<double>(w, C, right);
            worst.see(of_terms(got, want, size, n + d + 4));
        }
    }
    worst.hold("skip-gram-softmax", "of V + d + 4 ulp", 1.0);
}

TEST_CASE("the slopes of the softmax price", "[skip-gram-softmax-gradient]") {
    nn::Rng rng(403);
    Worst worst;
    for (const auto& [d, n] : {Shape{1, 2}, {3, 4}, {8, 12}}) {
        const arma::vec w = random_matrix(d, 1, rng);
        const arma::mat C = random_matrix(d, n, rng);
        for (const std::size_t right : {std::size_t{0}, n - 1}) {
            const nn::PairGradient slopes = nn::skip_gram_gradient(w, C, right);
            const auto loss = [&, d = d](std::span<const Real> at) {
                return nn::skip_gram_loss(at.first(d), at.subspan(d), right);
            };
            worst.see(nn::check_gradient(loss, flat(w, C), flat(slopes.w, slopes.C))
                          .worst);
        }
    }
    worst.hold("skip-gram-softmax-gradient", "relative", 1e-10);
}

TEST_CASE("the price of a neighbour among drawn words", "[negative-sampling]") {
    nn::Rng rng(404);
    Worst worst;
    for (const auto& [d, n] : shapes) {
        const auto w = random_numbers(d, rng), C = random_numbers(d * n, rng);
        Real want = 0, size = 0;
        for (std::size_t j = 0; j < n; ++j) {
            const ExactScore z = exact_score(w, C, j);
            want -= log(1 / (1 + exp(j == 0 ? -z.score : z.score)));
            size = std::max(size, z.size);
        }
        worst.see(of_terms(nn::negative_sampling_loss<double>(w, C), want, size,
                           n * (d + 3)));
    }
    worst.hold("negative-sampling", "of (k + 1)(d + 3) ulp", 1.0);
}

TEST_CASE("the slopes of negative sampling", "[negative-sampling-gradient]") {
    nn::Rng rng(405);
    Worst worst;
    for (const auto& [d, n] : {Shape{1, 1}, {1, 2}, {3, 6}, {10, 16}}) {
        const arma::vec w = random_matrix(d, 1, rng);
        const arma::mat C = random_matrix(d, n, rng);
        const nn::PairGradient slopes = nn::negative_sampling_gradient(w, C);
        const auto loss = [&, d = d](std::span<const Real> at) {
            return nn::negative_sampling_loss(at.first(d), at.subspan(d));
        };
        worst.see(
            nn::check_gradient(loss, flat(w, C), flat(slopes.w, slopes.C)).worst);
    }
    worst.hold("negative-sampling-gradient", "relative", 1e-10);
}

TEST_CASE("the mean slopes over all draws", "[expected-slopes]") {
    nn::Rng rng(409);
    Worst worst;
    for (const arma::uword n : {2u, 5u, 50u})
        for (const arma::uword k : {1u, 5u, 1000u}) {
            const nn::NoisyPair pair = random_pair(n, rng);
            const arma::vec slopes = nn::expected_slopes(pair, k);
            for (arma::uword c = 0; c < n; ++c) {
                const Real said = 1 / (1 + exp(-Real(pair.scores[c])));
                const Real no = k * Real(pair.noise[c]) * said;
                const Real yes = c == pair.right ? Real(1 - said) : Real(0);
                const Real size = std::max(no, yes);
                worst.see(static_cast<double>(abs(slopes[c] - (no - yes)) /
                                              oracle::spacing<double>(size)));
            }
        }
    worst.hold("expected-slopes", "ulp of the larger term", 4.0);
}
