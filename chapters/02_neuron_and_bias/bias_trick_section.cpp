#include <cmath>
#include <span>

#include "nn/neuron.hpp"
#include "nn/perceptron.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:compare-trick]
/// \brief What differs in any bit: sums met during training, and weights after it.
struct Differing {
    double sums = 0.0, weights = 0.0;
};

/// \brief Trains with a bias, and without one but with an input in row `place` that
/// is always 1.
Differing compare_trick(const Dataset& data, arma::uword place) {
    Dataset extended = data;
    extended.X.insert_rows(place, arma::mat(1, data.X.n_cols, arma::fill::ones));
    Perceptron biased{std::vector<double>(data.X.n_rows)};
    Perceptron trick{std::vector<double>(extended.X.n_rows), 0.0, false};
    Differing differing;
    for (arma::uword j = 0; j < data.X.n_cols; ++j) {
        const std::span<const double> x(data.X.colptr(j), data.X.n_rows);
        const std::span<const double> x1(extended.X.colptr(j), extended.X.n_rows);
        differing.sums += weighted_sum<double>(biased.w, x, biased.b) !=
                          weighted_sum<double>(trick.w, x1, 0.0);
        perceptron_update(biased, x, data.y(j));
        perceptron_update(trick, x1, data.y(j));
    }
    biased.w.insert(biased.w.begin() + static_cast<std::ptrdiff_t>(place),
                    biased.b);
    for (std::size_t i = 0; i < trick.w.size(); ++i)
        differing.weights += biased.w[i] != trick.w[i];
    return differing;
}
// [snip:compare-trick]

}  // namespace

// [snip:show-bias-trick]
void show_bias_trick(const TwoParts& task, Report& report) {
    report.section("bias-trick",
                   "The bias as the weight of an input that is always 1");
    const Differing last = compare_trick(task.train, task.words.size());
    const Differing first = compare_trick(task.train, 0);
    report.print("differ in a bit        that input last    first\n");
    report.print("%-22s %15.0f %8s\n",
                 (std::to_string(task.train.X.n_cols) + " sums").c_str(), last.sums,
                 report.value("trick-sums", "%.0f", first.sums).c_str());
    report.print("%-22s %15.0f %8s\n",
                 (std::to_string(task.words.size() + 1) + " weights").c_str(),
                 last.weights,
                 report.value("trick-weights", "%.0f", first.weights).c_str());
    report.claim(
        {.id = "bias-trick",
         .statement = "A bias is the weight of an input that is always 1.",
         .quantity = "sums and weights that differ in a bit, in one pass over "
                     "the lines",
         .low = 0.0,
         .high = 0.0,
         .condition = "that input comes last, as the bias does"},
        last.sums + last.weights);
}
// [snip:show-bias-trick]

namespace {

// [snip:first-pass]
/// \brief Mistakes in one pass, if an input that is always `constant` comes last; 0
/// is as good as none.
double first_pass(Dataset data, double constant) {
    const arma::uword inputs = data.X.n_rows;
    data.X.insert_rows(inputs,
                       arma::mat(1, data.X.n_cols, arma::fill::value(constant)));
    return static_cast<double>(PerceptronTrainer(inputs + 1, false).pass(data));
}
// [snip:first-pass]

}  // namespace

// [snip:show-quiet-bias]
void show_quiet_bias(const TwoParts& task, Report& report) {
    report.section("quiet",
                   "Mistakes in the first pass, by the size of the constant input");
    const arma::mat& X = task.train.X;
    const double quiet =
        std::sqrt(arma::accu(arma::square(X)) / static_cast<double>(X.n_cols));
    const double none = first_pass(task.train, 0.0);
    const double with_quiet = first_pass(task.train, quiet);
    const double with_one = first_pass(task.train, 1.0);
    report.print("constant    mistakes\n");
    report.print("none    %12.0f\n", none);
    report.print("%-8s%12.0f\n", report.value("quiet", "%.2f", quiet).c_str(),
                 with_quiet);
    report.print("1       %12.0f\n", with_one);
    report.claim(
        {.id = "quiet-bias",
         .statement = "Most of what the bias costs in the first pass is due to "
                      "the size of its constant input.",
         .quantity = "share of the additional mistakes that go if the constant "
                     "is as long as the other inputs together",
         .low = 0.5,
         .high = 1.5},
        (with_one - with_quiet) / (with_one - none));
}
// [snip:show-quiet-bias]

}  // namespace nn
