/// \file
/// \brief Chapter 7, the program.
#include "sections.hpp"

namespace {

// [snip:run]
void run(const nn::Options& options, nn::Report& report) {
    nn::show_look_up(report);
    nn::show_two_steps(report);
    nn::show_bottleneck(options, report);
    nn::show_scores(report);
    nn::show_scale(options, report);
    nn::show_masks(options, report);
    nn::show_heads(options, report);
    nn::show_attention_check(options, report);
    nn::show_equivariance(options, report);
    nn::show_leak(options, report);
    nn::show_tiles(options, report);
    nn::show_reversal(options, report);
    nn::show_blind(options, report);
    nn::show_dates(options, report);
}
// [snip:run]

}  // namespace

// [snip:main]
int main(int argc, char** argv) {
    return nn::run_program(argc, argv,
                           {.name = "ch07_attention",
                            .summary = "Chapter 7: every word looks at every other",
                            .run = run,
                            .add_options = {}});
}
// [snip:main]
