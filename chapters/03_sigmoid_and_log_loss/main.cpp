/// \file
/// \brief Chapter 3, the program.
#include "sections.hpp"

namespace {

// [snip:run]
void run(const nn::Options& options, nn::Report& report) {
    const nn::Corpus corpus = nn::read_corpus(options);
    const nn::TwoParts task = nn::two_parts(corpus, options.seed, nn::common_words);
    nn::show_one_step(report);
    nn::show_odds(report);
    nn::show_naive_forms(options, report);
    nn::show_squared_error(options, report);
    nn::show_difference_errors(report);
    nn::show_slopes(report);
    nn::show_own_opinion(task, report);
    nn::show_learning_rates(options, task, report);
    nn::show_optimizers(options, task, report);
    nn::show_regularisation(options, task, report);
    const arma::vec logistic = nn::show_logistic(options, task, report);
    nn::show_calibration(logistic, task, report);
    nn::show_gradient_check(options, report);
    nn::show_twins(report);
    nn::show_xor(options, report);
    nn::show_network(options, corpus, report);
}
// [snip:run]

}  // namespace

// [snip:main]
int main(int argc, char** argv) {
    return nn::run_program(
        argc, argv,
        {"ch03_sigmoid_and_log_loss",
         "Chapter 3: how sure a neuron is, and what it pays", run});
}
// [snip:main]
