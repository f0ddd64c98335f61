#include <cmath>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "logistic_regression.hpp"
#include "nn/sigmoid.hpp"
#include "sections.hpp"
#include "training.hpp"

namespace nn {

namespace {

// [snip:bias-alone]
/// \brief The bias after `steps` steps of gradient descent, with no inputs.
double bias_alone(const arma::rowvec& y, double start, double learning_rate,
                  std::size_t steps) {
    const Dataset data{arma::mat(0, y.n_elem), y};
    arma::vec parameters{start};
    GradientDescent<double> descent(learning_rate);
    Rng unused(0);  // one batch holds all examples
    train_in_batches(
        parameters, data,
        [](const arma::vec& at, const Dataset& batch) {
            return logistic_gradient(at, batch);
        },
        descent, {steps, y.n_elem}, unused);
    return parameters[0];
}
// [snip:bias-alone]

// [snip:largest-rate]
/// \brief The largest learning rate at which the bias still comes to rest, to 1 %.
double largest_rate(const arma::rowvec& y, double low, double high) {
    const double rest = logit(arma::mean(y));
    while (high / low > 1.01) {
        const double rate = std::sqrt(low * high);
        const double far = std::abs(bias_alone(y, rest + 0.01, rate, 2000) - rest);
        (far < 1e-6 ? low : high) = rate;
    }
    return low;
}
// [snip:largest-rate]

}  // namespace

// [snip:show-own-opinion]
void show_own_opinion(const TwoParts& task, Report& report) {
    report.section("own-opinion", "A neuron without inputs");
    const arma::rowvec y = task.train.y.head(std::min<arma::uword>(
        task.train.y.n_elem, 1000));  // enough for a base rate
    const double rate = arma::mean(y), odds = logit(rate);
    const double bias = bias_alone(y, 0.0, 4.0, 200);
    report.print("share of the %s   %s\n", task.names[1].c_str(),
                 report.value("base-rate", "%.4f", rate).c_str());
    report.print("its log-odds                %.12f\n", odds);
    report.print("the bias learnt             %.12f\n", bias);
    report.value("own-opinion", "%.4f", bias);
    report.claim({.id = "own-opinion",
                  .statement = "With no inputs the bias learns the log-odds of the "
                               "base rate: the neuron's own opinion.",
                  .quantity = "distance of the bias from the log-odds",
                  .low = 0.0,
                  .high = 1e-9},
                 std::abs(bias - odds));
    const double bound = 2.0 / sigmoid_grad_from_output(rate);
    report.claim(
        {.id = "largest-rate",
         .statement = "Learning comes to rest up to the rate 2 / L'', where "
                      "L'' is the curvature of the loss.",
         .quantity = "largest rate at which it does, over 2 / L''",
         .low = 0.97,
         .high = 1.03},
        largest_rate(y, 0.5 * bound, 2.0 * bound) / bound);
    report.value("rate-bound", "%.1f", bound);
}
// [snip:show-own-opinion]

// [snip:show-learning-rates]
void show_learning_rates(const Options& options, const TwoParts& task,
                         Report& report) {
    report.section("learning-rates", "100 steps of gradient descent");
    const arma::uword n = std::min<arma::uword>(task.train.y.n_elem, 2000);
    const Dataset data{task.train.X.head_cols(n), task.train.y.head(n)};
    const std::size_t steps = options.quick ? 50 : 100;
    Csv table({"step", "rate", "loss"});
    report.print("%8s %12s %12s\n", "rate", "loss before", "loss after");
    for (const double rate : {0.01, 0.3, 6.0, 12.0, 40.0}) {
        arma::vec parameters(data.X.n_rows + 1);
        GradientDescent<double> descent(rate);
        Rng rng(options.seed);
        const double before = logistic_loss(parameters, data);
        double loss = before, step = 0.0;
        table.row({step, rate, loss});
        train_in_batches(
            parameters, data,
            [](const arma::vec& at, const Dataset& batch) {
                return logistic_gradient(at, batch);
            },
            descent, {steps, n}, rng,
            [&](const arma::vec& now) {
                loss = logistic_loss(now, data);
                table.row({++step, rate, loss});
            });
        report.print("%8.2f %12.4f %12.4f\n", rate, before, loss);
    }
    report.data("learning_rates.csv", table);
}
// [snip:show-learning-rates]

namespace {

// [snip:three-optimizers]
using MakeOptimizer =
    std::function<std::unique_ptr<Optimizer<double>>(double learning_rate)>;

const std::vector<std::pair<std::string, MakeOptimizer>>& three_optimizers() {
    static const std::vector<std::pair<std::string, MakeOptimizer>> all{
        {"descent",
         [](double rate) {
             return std::make_unique<GradientDescent<double>>(rate);
         }},
        {"momentum",
         [](double rate) { return std::make_unique<Momentum<double>>(rate); }},
        {"adam", [](double rate) {
             return std::make_unique<Adam<double>>(AdamSettings<double>{rate});
         }}};
    return all;
}
// [snip:three-optimizers]

// [snip:curve-of]
/// \brief The validation loss after each epoch.
std::vector<double> curve_of(Optimizer<double>& optimizer, std::size_t epochs,
                             std::uint32_t seed, const TwoParts& task) {
    arma::vec parameters(task.train.X.n_rows + 1);
    Rng rng(seed);
    std::vector<double> curve;
    train_in_batches(
        parameters, task.train,
        [](const arma::vec& at, const Dataset& batch) {
            return logistic_gradient(at, batch);
        },
        optimizer, {epochs, 256}, rng,
        [&](const arma::vec& now) {
            curve.push_back(logistic_loss(now, task.validation));
        });
    return curve;
}
// [snip:curve-of]

// [snip:best-rate]
/// \brief The rate that ends lowest, and its curve.
struct BestRate {
    double rate = 0.0;
    std::vector<double> curve;
};

BestRate best_rate(const MakeOptimizer& make, std::size_t epochs,
                   std::uint32_t seed, const TwoParts& task) {
    BestRate best;
    for (const double rate : {0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0}) {
        const auto optimizer = make(rate);
        const std::vector<double> curve = curve_of(*optimizer, epochs, seed, task);
        if (best.curve.empty() || curve.back() < best.curve.back())
            best = {rate, curve};
    }
    return best;
}
// [snip:best-rate]

}  // namespace

// [snip:show-optimizers]
void show_optimizers(const Options& options, const TwoParts& task, Report& report) {
    const std::size_t epochs = options.quick ? 3 : 10;
    report.section("optimizers",
                   std::to_string(epochs) +
                       " epochs in batches of 256, each at its best rate");
    std::vector<std::vector<double>> curves;
    report.print("%-10s %8s %18s\n", "", "rate", "loss, validation");
    for (const auto& [name, make] : three_optimizers()) {
        const BestRate best = best_rate(make, epochs, options.seed, task);
        report.print(
            "%-10s %8g %18s\n", name.c_str(), best.rate,
            report.value("loss-" + name, "%.4f", best.curve.back()).c_str());
        curves.push_back(best.curve);
    }
    Csv table({"epoch", "descent", "momentum", "adam"});
    for (std::size_t i = 0; i < epochs; ++i)
        table.row(
            {static_cast<double>(i + 1), curves[0][i], curves[1][i], curves[2][i]});
    report.data("optimizers.csv", table);
    report.claim(
        {.id = "adam-ahead",
         .statement = "Where inputs are of very different sizes, Adam gets "
                      "further in the same number of steps.",
         .quantity = "its loss over that of gradient descent",
         .low = 0.0,
         .high = 0.9},
        curves[2].back() / curves[0].back());
}
// [snip:show-optimizers]

}  // namespace nn
