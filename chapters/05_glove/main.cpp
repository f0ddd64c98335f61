/// \file
/// \brief Chapter 5, the program.
#include "nn/io/program.hpp"

namespace {

void run(const nn::Options&, nn::Report&) {}

}  // namespace

// [snip:main]
int main(int argc, char** argv) {
    return nn::run_program(
        argc, argv,
        {"ch05_glove", "Chapter 5: one table that knows the text", run});
}
// [snip:main]
