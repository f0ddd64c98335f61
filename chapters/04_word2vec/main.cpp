/// \file
/// \brief Chapter 4, the program.
#include "nn/io/program.hpp"

namespace {

void run(const nn::Options&, nn::Report&) {}

}  // namespace

// [snip:main]
int main(int argc, char** argv) {
    return nn::run_program(
        argc, argv, {"ch04_word2vec", "Chapter 4: a word by its neighbours", run});
}
// [snip:main]
