/// \file
/// \brief Chapter 6, the program.
#include "sections.hpp"

namespace {

// [snip:run]
void run(const nn::Options& options, nn::Report& report) {
    nn::show_three_characters(report);
    nn::show_gradient_check(options, report);
    nn::show_truncated(options, report);
    nn::show_exploding(options, report);
    nn::show_distance(options, report);
    nn::show_bound(options, report);
    nn::show_precision(options, report);
    nn::show_beginnings(options, report);
    nn::show_forgetting(options, report);
    nn::show_recall(options, report);
    nn::show_adding(options, report);
    nn::show_two_contexts(options, report);
}
// [snip:run]

}  // namespace

// [snip:main]
int main(int argc, char** argv) {
    return nn::run_program(
        argc, argv,
        {"ch06_rnn_and_vanishing_gradients",
         "Chapter 6: a network that remembers, and forgets", run});
}
// [snip:main]
