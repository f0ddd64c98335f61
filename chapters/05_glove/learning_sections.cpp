#include <cmath>
#include <string>
#include <vector>

#include "nn/io/stopwatch.hpp"
#include "sections.hpp"
#include "simple_glove.hpp"
#include "train_glove.hpp"

namespace nn {

namespace {

/// \brief Numbers whose bytes differ.
// [snip:different-numbers]
double different(const GloveEmbedding& a, const GloveEmbedding& b) {
    const auto in = [](const arma::fmat& x, const arma::fmat& y) {
        return static_cast<double>(arma::accu(x != y));
    };
    return in(a.word, b.word) + in(a.context, b.context) +
           in(a.word_bias, b.word_bias) + in(a.context_bias, b.context_bias);
}
// [snip:different-numbers]

}  // namespace

// [snip:show-twins]
void show_twins(const Options& options, const GloveStudy& study, Report& report) {
    report.section("twins", "The fast trainer and the simple one");
    const std::vector<Cell> cells = small_table(study);
    const BlockArray blocks(cells, {});
    GloveOptions own{.dimension = 20, .seed = options.seed};
    own.iterations = options.quick ? 5 : 15;
    const GloveEmbedding fast = train_glove(blocks, small_words, own);
    SimpleGlove simple(small_words, own);
    double cost = 0.0;
    for (std::size_t i = 0; i < own.iterations; ++i) cost = simple.learn(cells, {});
    report.print("last cost: simple %.5f, fast %.5f\n", cost, fast.costs.back());
    report.claim(
        {.id = "fast-as-good",
         .statement = "Taking the cells block by block, in float, learns "
                      "as well as taking them in order, in double.",
         .quantity = "last cost of the fast trainer over that of the simple",
         .low = 0.95,
         .high = 1.05},
        fast.costs.back() / cost);
    double numbers = 0.0;
    for (const unsigned threads : {2u, 3u, 4u}) {
        own.threads = threads;
        numbers += different(fast, train_glove(blocks, small_words, own));
    }
    report.claim({.id = "same-bytes",
                  .statement = "The result does not depend on the threads.",
                  .quantity = "numbers that differ between 1 and 2, 3 or 4 threads",
                  .high = 0.0},
                 numbers);
}
// [snip:show-twins]

// [snip:learn-table]
void learn_table(const Options& options, GloveStudy& study, Report& report) {
    report.section("learning", "The whole table");
    const std::size_t words = study.corpus.vocabulary.size();
    const GloveOptions own = glove_options(options, 100, 12);
    study.learning = seconds_of([&] {
        study.learnt = train_with_progress(study.blocks, words, own, "GloVe");
    });
    report.print("%zu words, %zu numbers for each, %zu cells\n", words,
                 2 * (own.dimension + 1), study.blocks.cells());
    report.print("%10s %10s\n", "iteration", "mean cost");
    for (std::size_t i = 0; i < own.iterations; ++i)
        report.print("%10zu %10.4f\n", i + 1, study.learnt.costs[i]);
    report.value("iterations", "%zu", own.iterations);
    report.value("parameters", "%zu", words * 2 * (own.dimension + 1));
    report.value("last-cost", "%.4f", study.learnt.costs.back());
}
// [snip:learn-table]

// [snip:show-speed]
void show_speed(const Options& options, const GloveStudy& study, Report& report) {
    report.section("speed", "Cells a second");
    const std::vector<Cell> cells = small_table(study);
    SimpleGlove simple(small_words, glove_options(options, 100, 1));
    const double one = seconds_of([&] { simple.learn(cells, {}); });
    const double slow = static_cast<double>(cells.size()) / one;
    const double fast =
        static_cast<double>(study.learnt.costs.size() * study.blocks.cells()) /
        study.learning;
    report.print("simple, double, one thread      %5s million\n",
                 report.value("simple-speed", "%.1f", slow / 1e6).c_str());
    report.print("fast, float, %2u threads         %5s million\n", options.threads,
                 report.value("fast-speed", "%.1f", fast / 1e6).c_str());
    report.print("the fast one is %s times as fast\n",
                 report.value("speed-ratio", "%.0f", fast / slow).c_str());
}
// [snip:show-speed]

}  // namespace nn
