/// A program that "trains" five vectors, for the tests of nn/io/vector_program.hpp.
#include "nn/io/vector_program.hpp"

namespace {

nn::WordVectors run(const nn::Options&, nn::Report& report) {
    report.section("training", "Five vectors");
    report.print("trained\n");
    return {
        {"man", "woman", "king", "queen", "cart"},
        {{1, 1, 1, 1, 0}, {0, 1, 0, 1, 0.2F}, {0, 0, 2, 2, 0}, {0, 0, 0, 0, 1}}};
}

}  // namespace

int main(int argc, char** argv) {
    return nn::run_vector_program(
        argc, argv, {"small_vectors", "Five vectors", run, "no text at all"});
}
