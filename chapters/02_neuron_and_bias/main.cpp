/// \file
/// \brief Chapter 2, the program.
#include "sections.hpp"

namespace {

// [snip:run]
void run(const nn::Options& options, nn::Report& report) {
    const nn::Corpus corpus = nn::read_corpus(options);
    const nn::TwoParts task = nn::two_parts(corpus, options.seed, nn::common_words);
    nn::show_teacher(options, report);
    nn::show_before_or_after(options, report);
    nn::show_threshold(options, report);
    nn::show_firing(options, report);
    nn::show_zero(options, report);
    nn::show_gates(report);
    nn::show_xor_layers(report);
    nn::show_exactness(options, report);
    nn::show_learning(report);
    nn::show_moved_or(options, report);
    nn::show_bound(options, report);
    nn::show_bias_trick(task, report);
    nn::show_verses(options, corpus, task, report);
    nn::show_quiet_bias(task, report);
    nn::show_opinion(options, task, report);
}
// [snip:run]

}  // namespace

// [snip:main]
int main(int argc, char** argv) {
    return nn::run_program(
        argc, argv,
        {"ch02_neuron_and_bias", "Chapter 2: one neuron, and what its bias is for",
         run});
}
// [snip:main]
