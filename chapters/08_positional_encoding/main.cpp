/// \file
/// \brief Chapter 8, the program.
#include "sections.hpp"

namespace {

// [snip:run]
void run(const nn::Options& options, nn::Report& report) {
    const nn::TrialText text = nn::trial_text(nn::read_corpus(options));
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
