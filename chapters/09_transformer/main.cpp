/// \file
/// \brief Chapter 9, the program.
#include "sections.hpp"

namespace {

// [snip:run]
void run(const nn::Options& options, nn::Report& report) {
    nn::show_normalise(options, report);
    nn::show_block(options, report);
    nn::show_model_check(options, report);
}
// [snip:run]

}  // namespace

// [snip:main]
int main(int argc, char** argv) {
    return nn::run_program(
        argc, argv,
        {.name = "ch09_transformer",
         .summary = "Chapter 9: the transformer, trained and talking",
         .run = run,
         .add_options = {}});
}
// [snip:main]
