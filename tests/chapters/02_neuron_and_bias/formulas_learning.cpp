/// The numbered formulas of chapter 2 about learning, in 50 digits.
#include <algorithm>
#include <cmath>
#include <vector>

#include "nn/perceptron.hpp"
#include "nn/rng.hpp"
#include "separation.hpp"
#include "support/oracle.hpp"

using oracle::Real;
using oracle::Worst;

namespace {

std::vector<double> normals(std::size_t n, nn::Rng& rng) {
    std::vector<double> values(n);
    for (double& value : values) value = rng.normal();
    return values;
}

nn::Dataset random_examples(arma::uword inputs, arma::uword examples,
                            nn::Rng& rng) {
    nn::Dataset data{arma::mat(inputs, examples), arma::rowvec(examples)};
    for (double& x : data.X) x = rng.normal();
    for (double& y : data.y) y = static_cast<double>(rng.interval(1));
    return data;
}

}  // namespace

TEST_CASE("Rosenblatt's rule moves by the error times the input",
          "[perceptron-update]") {
    nn::Rng rng(1);
    Worst worst;
    for (int i = 0; i < 2000; ++i) {
        nn::Perceptron neuron{normals(5, rng), rng.normal()};
        const nn::Perceptron before = neuron;
        const std::vector<double> x = normals(5, rng);
        const double y = static_cast<double>(rng.interval(1));
        Real z = before.b;
        for (std::size_t k = 0; k < 5; ++k) z += Real(before.w[k]) * Real(x[k]);
        const Real error = Real(y) - (z >= 0 ? 1 : 0);
        CHECK(nn::perceptron_update(neuron, x, y) == (error != 0));
        worst.see(oracle::ulp_error(neuron.b, Real(before.b + error)));
        for (std::size_t k = 0; k < 5; ++k)
            worst.see(oracle::ulp_error(neuron.w[k],
                                        Real(Real(before.w[k]) + error * x[k])));
    }
    worst.hold("perceptron-update", "ulp", 0.5);
}

TEST_CASE("the share of right answers", "[share-right]") {
    nn::Rng rng(2);
    Worst worst;
    for (int i = 0; i < 500; ++i) {
        const arma::uword n = 1 + rng.interval(999);
        arma::rowvec answers(n), y(n);
        Real right = 0;
        for (arma::uword j = 0; j < n; ++j) {
            answers(j) = static_cast<double>(rng.interval(1));
            y(j) = static_cast<double>(rng.interval(1));
            right += answers(j) == y(j) ? 1 : 0;
        }
        worst.see(oracle::ulp_error(nn::share_right(answers, y), Real(right / n)));
    }
    worst.hold("share-right", "ulp", 0.5);
}

TEST_CASE("the average of all neurons on the way", "[perceptron-average]") {
    nn::Rng rng(3);
    Worst worst;
    for (const bool with_bias : {true, false}) {
        const nn::Dataset data = random_examples(4, 300, rng);
        nn::PerceptronTrainer trainer(4, with_bias);
        nn::Perceptron neuron{std::vector<double>(4), 0.0, with_bias};
        std::vector<Real> sums(5);
        double largest = 0.0;
        for (int pass = 0; pass < 3; ++pass) {
            trainer.pass(data);
            for (arma::uword j = 0; j < 300; ++j) {
                const std::vector<double> x(data.X.colptr(j), data.X.colptr(j) + 4);
                nn::perceptron_update(neuron, x, data.y(j));
                for (std::size_t k = 0; k < 4; ++k) {
                    sums[k] += neuron.w[k];
                    largest = std::max(largest, std::abs(neuron.w[k]));
                }
                sums[4] += neuron.b;
            }
        }
        const nn::Perceptron mean = trainer.average();
        for (std::size_t k = 0; k < 5; ++k)
            worst.see(static_cast<double>(
                abs(Real(k < 4 ? mean.w[k] : mean.b) - sums[k] / 900) / largest));
        CHECK(trainer.last().w == neuron.w);
        CHECK(with_bias == (mean.b != 0.0));
    }
    worst.hold("perceptron-average", "of the largest weight", 1e-12);
}

TEST_CASE("the bound on mistakes", "[mistake-bound]") {
    nn::Rng rng(4);
    Worst worst;
    for (int i = 0; i < 200; ++i) {
        nn::Separable made =
            nn::separable_examples(1 + rng.interval(8), 50, 0.05, rng);
        if (i % 2 == 1) {  // without a bias: the boundary through zero
            made.neuron.b = 0.0;
            made.neuron.with_bias = false;
            made.data.y = nn::answers_of(made.neuron, made.data.X);
        }
        Real length2 = Real(made.neuron.b) * made.neuron.b, R2 = 0, gamma = 1e9;
        for (const double w : made.neuron.w) length2 += Real(w) * w;
        for (arma::uword j = 0; j < 50; ++j) {
            Real z = made.neuron.b, x2 = made.neuron.with_bias ? 1 : 0;
            for (arma::uword k = 0; k < made.data.X.n_rows; ++k) {
                z += Real(made.neuron.w[k]) * made.data.X(k, j);
                x2 += Real(made.data.X(k, j)) * made.data.X(k, j);
            }
            R2 = std::max(R2, x2);
            gamma = std::min(gamma, Real(made.data.y(j) == 1.0 ? z : -z));
        }
        const Real exact = R2 * length2 / (gamma * gamma);
        const double ratio = static_cast<double>(sqrt(exact));  // R / γ
        worst.see(oracle::relative_error(nn::mistake_bound(made.data, made.neuron),
                                         exact) /
                  ratio);
    }
    worst.hold("mistake-bound", "relative to R / γ", 1e-12);
}
