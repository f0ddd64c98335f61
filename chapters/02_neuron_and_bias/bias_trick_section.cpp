#include <vector>

#include "nn/rng.hpp"
#include "perceptron.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:bits-differ]
/// \brief Trains with a bias, and without one but with an input in row `place` that
/// is always 1; counts the weights that differ in any bit.
double weights_that_differ(const Dataset& data, arma::uword place) {
    Dataset extended = data;
    extended.X.insert_rows(place, arma::mat(1, data.X.n_cols, arma::fill::ones));
    PerceptronTrainer with(data.X.n_rows, true), trick(extended.X.n_rows, false);
    for (int pass = 0; pass < 5; ++pass) {
        with.pass(data);
        trick.pass(extended);
    }
    std::vector<double> expected = with.last().w;
    expected.insert(expected.begin() + static_cast<std::ptrdiff_t>(place),
                    with.last().b);
    double differing = 0.0;
    for (std::size_t i = 0; i < expected.size(); ++i)
        differing += expected[i] != trick.last().w[i];
    return differing;
}
// [snip:bits-differ]

// [snip:tenths]
/// \brief Random tenths, with random labels: sums that should be 0 are common
/// there.
Dataset random_tenths(arma::uword inputs, arma::uword examples, Rng& rng) {
    Dataset data{arma::mat(inputs, examples), arma::rowvec(examples)};
    for (double& x : data.X) x = static_cast<double>(rng.interval(9)) / 10.0;
    for (double& y : data.y) y = static_cast<double>(rng.interval(1));
    return data;
}
// [snip:tenths]

}  // namespace

// [snip:show-bias-trick]
void show_bias_trick(const Options& options, const TwoParts& task, Report& report) {
    report.section("bias-trick",
                   "The bias as the weight of an input that is always 1");
    Rng rng(options.seed);
    const arma::uword inputs = task.words.size();
    const Dataset tenths = random_tenths(inputs, 2000, rng);
    const double verses_last = weights_that_differ(task.train, inputs);
    const double tenths_last = weights_that_differ(tenths, inputs);
    const double verses_first = weights_that_differ(task.train, 0);
    const double tenths_first = weights_that_differ(tenths, 0);
    report.print("weights of %s that differ    comes last   comes first\n",
                 report
                     .value("trick-weights", "%llu",
                            static_cast<unsigned long long>(inputs + 1))
                     .c_str());
    report.print("  lines of text %25.0f %13s\n", verses_last,
                 report.value("verses-first", "%.0f", verses_first).c_str());
    report.print("  random tenths %25.0f %13s\n", tenths_last,
                 report.value("tenths-first", "%.0f", tenths_first).c_str());
    report.claim(
        {.id = "bias-trick",
         .statement = "A bias is the weight of an input that is always 1.",
         .quantity = "weights that differ in a bit after 5 passes, over both "
                     "sets of examples",
         .low = 0.0,
         .high = 0.0,
         .condition = "that input comes last, as the bias does"},
        verses_last + tenths_last);
}
// [snip:show-bias-trick]

}  // namespace nn
