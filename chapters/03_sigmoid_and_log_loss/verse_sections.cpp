#include <algorithm>
#include <cmath>
#include <vector>

#include "best_models.hpp"
#include "calibration.hpp"
#include "logistic_regression.hpp"
#include "nn/perceptron.hpp"
#include "nn/sigmoid.hpp"
#include "paired_gain.hpp"
#include "sections.hpp"
#include "training.hpp"

namespace nn {

// [snip:show-regularisation]
void show_regularisation(const Options& options, const TwoParts& task,
                         Report& report) {
    report.section("regularisation", "A price on weights, learnt from 500 lines");
    const arma::uword n = std::min<arma::uword>(task.train.y.n_elem, 500);
    const Dataset few{task.train.X.head_cols(n), task.train.y.head(n)};
    Csv table({"l2", "train", "validation"});
    double best = 1e300, without = 0.0;
    report.print("%10s %10s %12s\n", "price", "train", "validation");
    for (const double l2 : {1e-7, 1e-6, 3e-6, 1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 1e-2}) {
        arma::vec parameters(few.X.n_rows + 1);
        Adam<double> adam({.learning_rate = 0.3});
        Rng rng(options.seed);
        train_in_batches(
            parameters, few,
            [&](const arma::vec& at, const Dataset& batch) {
                return logistic_gradient(at, batch, l2);
            },
            adam, {options.quick ? 100u : 1000u, n}, rng);
        const double train = logistic_loss(parameters, few);
        const double validation = logistic_loss(parameters, task.validation);
        report.print("%10.0e %10.4f %12.4f\n", l2, train, validation);
        table.row({l2, train, validation});
        if (l2 == 1e-7) without = validation;
        best = std::min(best, validation);
    }
    report.data("regularisation.csv", table);
    report.value("price-gain", "%.2f", without - best);
    report.claim(
        {.id = "price-helps",
         .statement = "Where examples are few, a price on large weights "
                      "helps on lines not seen.",
         .quantity = "loss at the lowest price less that at the best, in nats",
         .low = 0.02},
        without - best);
}
// [snip:show-regularisation]

namespace {

// [snip:averaged-perceptron]
Perceptron averaged_perceptron(const TwoParts& task) {
    PerceptronTrainer trainer(task.train.X.n_rows, true);
    for (int pass = 0; pass < 20; ++pass) trainer.pass(task.train);
    return trainer.average();
}
// [snip:averaged-perceptron]

// [snip:surest]
/// \brief How sure the model was where it was wrong, the surest first.
void print_surest_mistakes(const arma::rowvec& z, const TwoParts& task,
                           Report& report) {
    const arma::rowvec wrong = 1.0 - right_answers(z, task.test.y);
    const arma::vec sureness = arma::abs(z.elem(arma::find(wrong)));
    const arma::vec sorted = arma::sort(sureness, "descend");
    report.print("\nthe surest mistakes:");
    for (arma::uword i = 0; i < std::min<arma::uword>(5, sorted.n_elem); ++i)
        report.print(" %.4f", sigmoid(sorted[i]));
    report.print("\n");
    if (!sorted.empty()) report.value("surest-mistake", "%.4f", sigmoid(sorted[0]));
}
// [snip:surest]

// [snip:keep-sizes]
/// \brief Numbers that the prose quotes.
void keep_sizes(const arma::vec& parameters, const TwoParts& task, Report& report) {
    const auto number = [](arma::uword n) {
        return static_cast<unsigned long long>(n);
    };
    report.value("trained-bias", "%.2f", parameters.back());
    report.value("inputs", "%zu", task.words.size());
    report.value("train-lines", "%llu", number(task.train.y.n_elem));
    report.value("test-lines", "%llu", number(task.test.y.n_elem));
    report.value("logistic-parameters", "%llu", number(parameters.n_elem));
}
// [snip:keep-sizes]

}  // namespace

// [snip:show-logistic]
arma::vec show_logistic(const Options& options, const TwoParts& task,
                        Report& report) {
    report.section("logistic", "Lines not seen: which part are they from?");
    const arma::vec parameters = best_logistic(options, options.seed, task);
    const arma::rowvec z = logistic_logits(parameters, task.test.X);
    const arma::rowvec y = task.test.y,
                       no_inputs(y.n_elem, arma::fill::value(
                                               logit(arma::mean(task.train.y))));
    const arma::rowvec answers = answers_of(averaged_perceptron(task), task.test.X);
    const double perceptron = share_right(answers, y);
    const double loss = mean_log_loss(z, y), right = accuracy(z, y);
    report.print("%-22s %10s %10s\n", "", "log loss", "right");
    const auto percent = [&](const char* id, double share) {
        return report.value(id, "%.1f %%", 100.0 * share);
    };
    report.print(
        "%-22s %10s %10s\n", "the bias alone",
        report.value("loss-bias", "%.4f", mean_log_loss(no_inputs, y)).c_str(),
        percent("right-bias", accuracy(no_inputs, y)).c_str());
    report.print("%-22s %10s %10s\n", "averaged perceptron", "none",
                 percent("right-perceptron", perceptron).c_str());
    report.print("%-22s %10s %10s\n", "logistic regression",
                 report.value("loss-logistic", "%.4f", loss).c_str(),
                 percent("right-logistic", right).c_str());
    print_surest_mistakes(z, task, report);
    keep_sizes(parameters, task, report);
    report.claim(
        {.id = "logistic-right",
         .statement = "Logistic regression is right more often than the "
                      "averaged perceptron.",
         .quantity = "mean gain in right answers, in standard errors",
         .low = 2.0},
        paired_gain(right_answers(z, y) - right_answers(answers - 0.5, y)));
    return parameters;
}
// [snip:show-logistic]

// [snip:show-calibration]
void show_calibration(const arma::vec& logistic, const TwoParts& task,
                      Report& report) {
    report.section("calibration", "Said and happened, on lines not seen");
    arma::rowvec p = logistic_logits(logistic, task.test.X);
    p.transform([](double z) { return sigmoid(z); });
    const std::vector<CalibrationBin> bins = calibration_bins(p, task.test.y, 10);
    Csv table({"said", "happened", "error", "examples"});
    report.print("%8s %8s %10s\n", "said", "happened", "lines");
    for (const CalibrationBin& bin : bins) {
        if (bin.examples == 0.0) continue;
        const double variance = bin.said * (1.0 - bin.said) / bin.examples;
        report.print("%8.3f %8.3f %10.0f\n", bin.said, bin.happened, bin.examples);
        table.row({bin.said, bin.happened, std::sqrt(variance), bin.examples});
    }
    report.data("calibration.csv", table);
    report.claim(
        {.id = "calibrated",
         .statement = "What is said with probability p happens in a share p "
                      "of the cases.",
         .quantity = "mean distance of said and happened",
         .low = 0.0,
         .high = 0.02},
        calibration_error(bins));
}
// [snip:show-calibration]

}  // namespace nn
