/// \file
/// \brief Chapter 8, the program.
#include "sections.hpp"

namespace {

// [snip:run]
void show_encodings(const nn::Options& options, nn::Report& report) {
    nn::show_sinusoid(report);
    nn::show_rotation(report);
    nn::show_precision(report);
    nn::show_rotary(options, report);
    nn::show_linear_bias(report);
    nn::show_none(report);
}

void run(const nn::Options& options, nn::Report& report) {
    const nn::Corpus corpus = nn::read_corpus(options);
    const nn::TrialText text = nn::trial_text(corpus);
    const nn::OrderStudy study = nn::show_order(corpus, report);
    nn::show_blind_layer(options, study, report);
    show_encodings(options, report);
    nn::LengthTrial trial = nn::show_trial(options, text, report);
    nn::show_learned(options, text, trial, report);
    nn::show_place_tasks(options, report);
}
// [snip:run]

}  // namespace

// [snip:main]
int main(int argc, char** argv) {
    return nn::run_program(
        argc, argv,
        {.name = "ch08_positional_encoding",
         .summary = "Chapter 8: how attention learns about order",
         .run = run,
         .add_options = {}});
}
// [snip:main]
