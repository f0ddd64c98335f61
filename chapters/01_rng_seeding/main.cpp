/// \file
/// \brief Chapter 1, the program.
#include "nn/io/error.hpp"
#include "sections.hpp"

namespace {

// [snip:run]
void run(const nn::Options& options, nn::Report& report) {
    const nn::Corpus corpus = nn::read_corpus(options);
    if (corpus.lines.size() < 10)
        throw nn::InputError(
            corpus.name + ": " + std::to_string(corpus.lines.size()) +
            " lines of text; a split into tenths needs at least 10");
    nn::show_tiny(report);
    nn::show_streams(options, report);
    nn::show_standard_library(options, report);
    nn::show_seed_claims(options, report);
    nn::show_threads(options, report);
    nn::show_randomness_tests(options, report);
    nn::show_monte_carlo(options, report);
    nn::show_split(options, corpus, report);
    nn::show_words(options, corpus, report);
}
// [snip:run]

}  // namespace

// [snip:main]
int main(int argc, char** argv) {
    return nn::run_program(
        argc, argv,
        {"ch01_rng_seeding", "Chapter 1: chance that can be replayed", run});
}
// [snip:main]
