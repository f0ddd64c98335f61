/// A word and a neighbour: scores, prices and their slopes, in 50 digits.
#include <armadillo>
#include <cmath>
#include <vector>

#include "nn/gradient_check.hpp"
#include "nn/learning_rate.hpp"
#include "nn/rng.hpp"
#include "pair_gradient.hpp"
#include "pair_loss.hpp"
#include "simple_word2vec.hpp"
#include "softmax_skip_gram.hpp"
#include "support/oracle.hpp"

using oracle::Real;
using oracle::Worst;

namespace {

std::vector<double> random_numbers(std::size_t n, nn::Rng& rng) {
    std::vector<double> numbers(n);
    rng.fill_normal(numbers);
    return numbers;
}

/// A sum of products in 50 digits, and the sum of their sizes.
struct ExactScore {
    Real score = 0, size = 0;
};

ExactScore exact_score(const std::vector<double>& w, const std::vector<double>& C,
                       std::size_t column) {
    ExactScore sum;
    for (std::size_t i = 0; i < w.size(); ++i) {
        const Real product = Real(w[i]) * C[column * w.size() + i];
        sum.score += product, sum.size += abs(product);
    }
    return sum;
}

/// How far a loss is from the exact one, in ulp of the larger of 1 and the largest
/// score's size, over `terms`.
double of_terms(double got, const Real& want, const Real& size, std::size_t terms) {
    const Real unit = oracle::spacing<double>(std::max(Real(1), size));
    return static_cast<double>(abs(Real(got) - want) / unit) /
           static_cast<double>(terms);
}

struct Shape {
    std::size_t d, n;
};
const std::vector<Shape> shapes{{1, 1},  {1, 2},    {3, 4},
                                {20, 6}, {100, 16}, {10, 300}};

std::vector<double> flat(const arma::vec& w, const arma::mat& C) {
    std::vector<double> all(w.begin(), w.end());
    all.insert(all.end(), C.begin(), C.end());
    return all;
}

arma::mat random_matrix(arma::uword rows, arma::uword columns, nn::Rng& rng) {
    arma::mat X(rows, columns);
    for (double& x : X) x = rng.normal();
    return X;
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

TEST_CASE("one step on one yes or no", "[negative-sampling-step]") {
    nn::Rng rng(406);
    Worst worst;
    for (const std::size_t d : {1u, 5u, 100u, 400u})
        for (const float y : {0.0F, 1.0F}) {
            std::vector<float> given(d), guessed(d), change(d);
            for (auto* all : {&given, &guessed, &change})
                for (float& x : *all) x = static_cast<float>(rng.normal());
            Real z = 0, size = 0;
            for (std::size_t i = 0; i < d; ++i) z += Real(given[i]) * guessed[i];
            for (auto* all : {&given, &guessed, &change})
                for (const float x : *all) size = std::max(size, Real(std::abs(x)));
            const Real step = Real(0.025F) * (y - 1 / (1 + exp(-z)));
            auto moved = guessed, changed = change;
            nn::step_on_pair(given, moved, y, 0.025F, changed);
            for (std::size_t i = 0; i < d; ++i) {
                const Real c = guessed[i] + step * given[i];
                const Real dw = change[i] + step * guessed[i];
                worst.see(static_cast<double>(abs(moved[i] - c) / size));
                worst.see(static_cast<double>(abs(changed[i] - dw) / size));
            }
        }
    worst.hold("negative-sampling-step", "of the largest number", 2e-7);
}

TEST_CASE("the mean of neighbours", "[cbow-mean]") {
    nn::Rng rng(407);
    Worst worst;
    for (const auto& [d, m] : shapes) {
        const auto C = random_numbers(d * m, rng);
        std::vector<double> mean(d);
        nn::cbow_mean<double>(C, mean);
        for (std::size_t i = 0; i < d; ++i) {
            Real sum = 0, size = 0;
            for (std::size_t j = 0; j < m; ++j)
                sum += C[j * d + i], size += std::abs(C[j * d + i]);
            const Real unit = oracle::spacing<double>(size / m);
            worst.see(static_cast<double>(abs(mean[i] - sum / m) / unit) /
                      static_cast<double>(m));
        }
    }
    worst.hold("cbow-mean", "of m ulp", 1.0);
}

TEST_CASE("CBOW's price", "[cbow]") {
    nn::Rng rng(408);
    Worst worst;
    for (const std::size_t m : {1u, 3u, 10u})
        for (const auto& [d, n] : shapes) {
            const auto C = random_numbers(d * m, rng),
                       W = random_numbers(d * n, rng);
            std::vector<Real> mean(d, Real(0));
            for (std::size_t i = 0; i < C.size(); ++i)
                mean[i % d] += Real(C[i]) / m;
            Real want = 0, size = 0;
            for (std::size_t j = 0; j < n; ++j) {
                Real z = 0, sizes = 0;
                for (std::size_t i = 0; i < d; ++i)
                    z += mean[i] * W[j * d + i],
                        sizes += abs(mean[i] * W[j * d + i]);
                want += log(1 + exp(j == 0 ? -z : z));
                size = std::max(size, sizes);
            }
            worst.see(of_terms(nn::cbow_loss<double>(C, W, d), want, size,
                               n * (d + 3 + m)));
        }
    worst.hold("cbow", "of (k + 1)(d + m + 3) ulp", 1.0);
}

TEST_CASE("the mean slopes over all draws", "[expected-slopes]") {
    nn::Rng rng(409);
    Worst worst;
    for (const arma::uword n : {2u, 5u, 50u})
        for (const arma::uword k : {1u, 5u, 1000u}) {
            nn::NoisyPair pair{random_matrix(n, 1, rng), arma::vec(n),
                               rng.interval(n - 1)};
            for (double& q : pair.noise) q = 0.1 + rng.uniform();
            pair.noise /= arma::accu(pair.noise);
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

TEST_CASE("the falling learning rate", "[learning-rate-decay]") {
    nn::Rng rng(410);
    Worst worst;
    for (int i = 0; i < 20000; ++i) {
        const double rate = std::exp(rng.uniform(-9.0, 1.0));
        const double total = std::floor(std::exp(rng.uniform(0.0, 25.0)));
        const double done = std::floor(rng.uniform(0.0, 1.01) * total);
        const Real left = 1 - Real(done) / total;
        const Real want = rate * std::max(left, Real(1e-4));
        worst.see(
            static_cast<double>(abs(nn::linear_decay(rate, done, total) - want) /
                                oracle::spacing<double>(rate)));
    }
    worst.hold("learning-rate-decay", "ulp of the first rate", 2.0);
}

TEST_CASE("the mean price of all neighbours of a text", "[skip-gram-mean-loss]") {
    nn::Rng rng(411);
    Worst worst;
    const arma::uword d = 4, V = 9;
    const nn::ExactSkipGram model{random_matrix(d, V, rng),
                                  random_matrix(d, V, rng),
                                  random_matrix(V, 1, rng)};
    std::vector<nn::Token> text;
    for (int i = 0; i < 60; ++i)
        text.push_back(i % 13 == 12 ? nn::line_end
                                    : static_cast<nn::Token>(rng.interval(V - 1)));
    const auto score = [&](nn::Token w, nn::Token c) {
        Real z = model.log_prior[c];
        for (arma::uword i = 0; i < d; ++i)
            z += Real(model.W(i, w)) * model.C(i, c);
        return z;
    };
    for (const std::size_t window : {1u, 2u, 5u, 100u}) {
        Real sum = 0, pairs = 0;
        for (std::size_t i = 0; i < text.size(); ++i)
            for (std::size_t j = 0; j < text.size(); ++j) {
                const std::size_t low = std::min(i, j), high = std::max(i, j);
                if (i == j || high - low > window) continue;
                if (low / 13 != high / 13 || low % 13 == 12 || high % 13 == 12)
                    continue;
                Real all = 0;
                for (nn::Token c = 0; c < V; ++c) all += exp(score(text[i], c));
                sum += log(all) - score(text[i], text[j]), pairs += 1;
            }
        worst.see(oracle::relative_error(nn::exact_loss(model, text, window),
                                         Real(sum / pairs)));
    }
    worst.hold("skip-gram-mean-loss", "relative", 1e-12);
}
