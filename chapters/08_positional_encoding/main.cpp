/// \file
/// \brief Chapter 8, the program.
#include "sections.hpp"

namespace {

// [snip:run]
void run(const nn::Options&, nn::Report&) {}
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
