#include <span>

#include "neuron.hpp"
#include "perceptron.hpp"
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

}  // namespace nn
