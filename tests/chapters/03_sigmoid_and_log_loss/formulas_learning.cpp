/// What learning computes: losses, gradients and steps, in 50 digits.
#include <cmath>
#include <vector>

#include "calibration.hpp"
#include "logistic_regression.hpp"
#include "mini_network.hpp"
#include "nn/gradient_check.hpp"
#include "nn/optimizer.hpp"
#include "paired_gain.hpp"
#include "support/oracle.hpp"
#include "training.hpp"

using oracle::Real;
using oracle::Worst;

namespace {

nn::Dataset random_examples(arma::uword inputs, arma::uword examples,
                            nn::Rng& rng) {
    nn::Dataset data{arma::mat(inputs, examples), arma::rowvec(examples)};
    for (double& x : data.X) x = rng.normal();
    for (double& y : data.y) y = static_cast<double>(rng.interval(1));
    return data;
}

arma::vec random_parameters(arma::uword n, nn::Rng& rng) {
    arma::vec parameters(n);
    for (double& value : parameters) value = 2.0 * rng.normal();
    return parameters;
}

std::span<const double> span_of(const arma::vec& values) {
    return {values.memptr(), values.n_elem};
}

/// The loss of logistic regression, a number at a time, in 50 digits.
Real exact_loss(std::span<const Real> parameters, const nn::Dataset& data,
                double l2) {
    Real loss = 0, squares = 0;
    for (arma::uword k = 0; k < data.X.n_cols; ++k) {
        Real z = parameters.back();
        for (arma::uword i = 0; i < data.X.n_rows; ++i)
            z += parameters[i] * data.X(i, k);
        const Real p = 1 / (1 + exp(-z));
        loss -= data.y[k] == 1.0 ? log(p) : log(1 - p);
    }
    for (std::size_t i = 0; i + 1 < parameters.size(); ++i)
        squares += parameters[i] * parameters[i];
    return loss / data.X.n_cols + Real(l2) / 2 * squares;
}

}  // namespace

TEST_CASE("the mean log loss of logits", "[mean-log-loss]") {
    nn::Rng rng(51);
    Worst worst;
    for (const arma::uword n : {1u, 7u, 3000u}) {
        arma::rowvec z(n), y(n);
        Real exact = 0;
        for (arma::uword i = 0; i < n; ++i) {
            z[i] = 20.0 * rng.normal();
            y[i] = static_cast<double>(rng.interval(1));
            exact += log1p(exp(Real(y[i] == 1.0 ? -z[i] : z[i])));
        }
        worst.see(oracle::relative_error(nn::mean_log_loss(z, y), Real(exact / n)));
    }
    worst.hold("mean-log-loss", "relative", 1e-12);
}

TEST_CASE("the logits of logistic regression", "[logistic-logits]") {
    nn::Rng rng(53);
    Worst worst;
    for (const arma::uword n : {0u, 1u, 3u, 50u, 300u}) {
        const nn::Dataset data = random_examples(n, 40, rng);
        const arma::vec parameters = random_parameters(n + 1, rng);
        const arma::rowvec z = nn::logistic_logits(parameters, data.X);
        for (arma::uword k = 0; k < 40; ++k) {
            Real exact = parameters[n], size = abs(exact);
            for (arma::uword i = 0; i < n; ++i) {
                const Real term = Real(parameters[i]) * data.X(i, k);
                exact += term, size += abs(term);
            }
            const Real error =
                abs(Real(z[k]) - exact) / oracle::spacing<double>(size);
            worst.see(static_cast<double>(error) / static_cast<double>(n + 1));
        }
    }
    worst.hold("logistic-logits", "of n + 1 ulp", 1.0);
}

TEST_CASE("the loss of logistic regression, with a price on weights",
          "[logistic-loss]") {
    nn::Rng rng(54);
    Worst worst;
    for (const double l2 : {0.0, 0.1, 3.0}) {
        const nn::Dataset data = random_examples(5, 30, rng);
        const arma::vec parameters = random_parameters(6, rng);
        const std::vector<Real> exact(parameters.begin(), parameters.end());
        worst.see(oracle::relative_error(nn::logistic_loss(parameters, data, l2),
                                         exact_loss(exact, data, l2)));
    }
    worst.hold("logistic-loss", "relative", 1e-12);
}

TEST_CASE("the gradient of logistic regression", "[logistic-gradient]") {
    nn::Rng rng(55);
    Worst worst;
    for (const arma::uword n : {0u, 1u, 5u, 40u})
        for (const double l2 : {0.0, 0.1}) {
            const nn::Dataset data = random_examples(n, 30, rng);
            const arma::vec parameters = random_parameters(n + 1, rng);
            const arma::vec gradient = nn::logistic_gradient(parameters, data, l2);
            const auto loss = [&](std::span<const Real> at) {
                return exact_loss(at, data, l2);
            };
            worst.see(
                nn::check_gradient(loss, span_of(parameters), span_of(gradient))
                    .worst);
        }
    worst.hold("logistic-gradient", "relative", 1e-10);
}

TEST_CASE("the mini network's logits", "[mini-network]") {
    nn::Rng rng(56);
    Worst worst;
    for (const nn::MiniShape shape : {nn::MiniShape{1, 1}, {2, 3}, {30, 16}}) {
        const nn::Dataset data = random_examples(shape.inputs, 20, rng);
        const arma::vec parameters = random_parameters(shape.parameters(), rng);
        const nn::MiniNetwork network = nn::unpacked(parameters, shape);
        const arma::rowvec z = nn::mini_forward(network, data.X).z;
        for (arma::uword k = 0; k < 20; ++k) {
            Real exact = network.b2, size = abs(exact);
            for (arma::uword j = 0; j < shape.hidden; ++j) {
                Real sum = network.b1[j];
                for (arma::uword i = 0; i < shape.inputs; ++i)
                    sum += Real(network.W1(j, i)) * data.X(i, k);
                exact += network.W2[j] / (1 + exp(-sum));
                size += abs(Real(network.W2[j]));
            }
            worst.see(static_cast<double>(abs(Real(z[k]) - exact) / size));
        }
    }
    worst.hold("mini-network", "of the sum of weights", 1e-12);
}

TEST_CASE("the mini network's gradient", "[mini-gradient]") {
    nn::Rng rng(57);
    Worst worst;
    for (const nn::MiniShape shape : {nn::MiniShape{1, 1}, {2, 2}, {6, 4}}) {
        const nn::Dataset data = random_examples(shape.inputs, 12, rng);
        const arma::vec parameters = random_parameters(shape.parameters(), rng);
        const arma::vec gradient =
            nn::packed(nn::mini_backward(nn::unpacked(parameters, shape), data));
        const auto loss = [&](std::span<const Real> at) {
            return nn::mini_loss(at, shape, data);
        };
        worst.see(
            nn::check_gradient(loss, span_of(parameters), span_of(gradient)).worst);
    }
    worst.hold("mini-gradient", "relative", 1e-10);
}

TEST_CASE("a step of gradient descent", "[gradient-descent]") {
    nn::Rng rng(58);
    Worst worst;
    for (int i = 0; i < 2000; ++i) {
        const double rate = std::exp(rng.uniform(-10.0, 3.0));
        double parameter = rng.normal();
        const double slope = rng.normal(), before = parameter;
        nn::GradientDescent<double>(rate).step({&parameter, 1}, {&slope, 1});
        const Real step = Real(rate) * slope, exact = before - step;
        const Real size = std::max(Real(abs(Real(before))), Real(abs(step)));
        worst.see(static_cast<double>(abs(Real(parameter) - exact) /
                                      oracle::spacing<double>(size)));
    }
    worst.hold("gradient-descent", "ulp", 2.0);
}

TEST_CASE("a hundred steps with momentum", "[momentum]") {
    // The closed form: after t steps the velocity is the sum of momentum^(t−s) g_s.
    nn::Rng rng(59);
    Worst worst;
    double parameter = 0.0;
    nn::Momentum<double> momentum(0.01, 0.9);
    std::vector<double> slopes;
    Real exact = 0;
    for (int t = 0; t < 100; ++t) {
        slopes.push_back(1.0 + 0.5 * rng.normal());
        momentum.step({&parameter, 1}, {&slopes.back(), 1});
        Real velocity = 0;
        for (int s = 0; s <= t; ++s)
            velocity += pow(Real(0.9), t - s) * slopes[static_cast<std::size_t>(s)];
        exact -= Real(0.01) * velocity;
        worst.see(oracle::relative_error(parameter, exact));
    }
    worst.hold("momentum", "relative", 1e-13);
}

TEST_CASE("a hundred steps of Adam", "[adam]") {
    // The closed form of both means, with the sums written out.
    nn::Rng rng(60);
    Worst worst;
    double parameter = 0.0;
    nn::Adam<double> adam({.learning_rate = 0.01});
    std::vector<double> slopes;
    Real exact = 0;
    const Real beta1(0.9), beta2(0.999);
    for (int t = 1; t <= 100; ++t) {
        slopes.push_back(1.0 + 0.5 * rng.normal());
        adam.step({&parameter, 1}, {&slopes.back(), 1});
        Real m = 0, v = 0;
        for (int s = 1; s <= t; ++s) {
            const Real g = slopes[static_cast<std::size_t>(s - 1)];
            m += (1 - beta1) * pow(beta1, t - s) * g;
            v += (1 - beta2) * pow(beta2, t - s) * g * g;
        }
        m /= 1 - pow(beta1, t), v /= 1 - pow(beta2, t);
        exact -= Real(0.01) * m / (sqrt(v) + Real(1e-8));
        worst.see(oracle::relative_error(parameter, exact));
    }
    worst.hold("adam", "relative", 1e-13);
}

TEST_CASE("the mean distance from what happened", "[calibration-error]") {
    nn::Rng rng(61);
    Worst worst;
    for (int i = 0; i < 100; ++i) {
        const arma::uword n = 1 + rng.interval(500);
        arma::rowvec p(n), y(n);
        std::vector<Real> said(10), happened(10);
        for (arma::uword k = 0; k < n; ++k) {
            p[k] = rng.interval(20) == 0 ? 1.0 : rng.uniform();
            y[k] = static_cast<double>(rng.interval(1));
            const auto bin =
                std::min<std::size_t>(static_cast<std::size_t>(10 * Real(p[k])), 9);
            said[bin] += p[k], happened[bin] += y[k];
        }
        Real exact = 0;
        for (std::size_t b = 0; b < 10; ++b)
            exact += abs(said[b] - happened[b]) / n;
        const double got = nn::calibration_error(nn::calibration_bins(p, y, 10));
        worst.see(static_cast<double>(abs(Real(got) - exact)));
    }
    worst.hold("calibration-error", "absolute", 1e-15);
}

TEST_CASE("a gain in standard errors", "[paired-gain]") {
    nn::Rng rng(62);
    Worst worst;
    for (int i = 0; i < 200; ++i) {
        const arma::uword n = 2 + rng.interval(400);
        arma::rowvec gains(n);
        Real sum = 0, squares = 0;
        for (double& gain : gains) sum += gain = 1.0 + rng.normal();
        for (const double gain : gains) squares += pow(Real(gain) - sum / n, 2);
        const Real exact = sum / n / sqrt(squares / n / n);
        worst.see(oracle::relative_error(nn::paired_gain(gains), exact));
    }
    worst.hold("paired-gain", "relative", 1e-12);
}
