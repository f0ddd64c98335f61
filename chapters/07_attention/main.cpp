/// \file
/// \brief Chapter 7, the program.
#include "sections.hpp"

namespace {

// [snip:run]
void run(const nn::Options&, nn::Report& report) {
    nn::show_look_up(report);
    nn::show_two_steps(report);
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
