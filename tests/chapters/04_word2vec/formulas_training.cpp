/// Steps, bags of neighbours and the price of a whole text, in 50 digits.
#include <armadillo>
#include <cmath>
#include <vector>

#include "exact_pairs.hpp"
#include "nn/learning_rate.hpp"
#include "pair_loss.hpp"
#include "random_pairs.hpp"
#include "simple_word2vec.hpp"
#include "softmax_skip_gram.hpp"

using namespace exact_pairs;
using oracle::Real;
using oracle::Worst;

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
