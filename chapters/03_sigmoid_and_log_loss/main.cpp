/// \file
/// \brief Chapter 3, the program.
#include "nn/io/program.hpp"

namespace {

// [snip:run]
void run(const nn::Options&, nn::Report& report) {
    report.section("sigmoid", "The sigmoid");
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
