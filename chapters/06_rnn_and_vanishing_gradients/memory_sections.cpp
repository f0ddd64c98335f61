#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "memory_contest.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:recall-task]
MemoryTask recall_task(bool quick) {
    MemoryTask task{
        "recall", recall_batch, recall_symbols + noise_symbols, recall_symbols,
        1800,     250,          {5, 10, 25, 50, 100, 200}};
    if (quick) task.lengths = {5, 50};
    return task;
}

MemoryTask adding_task(bool quick) {
    MemoryTask task{"adding", adding_batch, 2, 1, 750, 500, {10, 25, 50, 100}};
    if (quick) task.lengths = {10, 50};
    return task;
}
// [snip:recall-task]

// [snip:claim-recall]
void claim_recall(const MemoryTask& task, const arma::mat& right, Report& report) {
    const std::size_t last = right.n_rows - 1, far = std::min<std::size_t>(last, 4);
    const std::string after =
        " after " + std::to_string(task.lengths[far]) + " steps";
    report.claim(
        {.id = "forgets-beginning",
         .statement = "A recurrent network forgets the beginning of a sequence.",
         .quantity = "Elman: recalled right" + after + "; by chance 0.125",
         .high = 0.25,
         .condition = "it has no gates and learns from long sequences alone"},
        right(far, 0));
    report.claim({.id = "gates-alone",
                  .statement = "Gates alone do not help.",
                  .quantity = "LSTM, biases 0: recalled right" + after,
                  .high = 0.25},
                 right(far, 2));
    report.claim(
        {.id = "gates-remember",
         .statement = "With biases of log T, GRU and LSTM remember it.",
         .quantity = "recalled right after the most steps, the worse of the two",
         .low = 0.95},
        std::min(right(last, 3), right(last, 4)));
}
// [snip:claim-recall]

}  // namespace

// [snip:show-recall]
void show_recall(const Options& options, Report& report) {
    report.section("recall", "Which symbol came first?");
    const MemoryTask task = recall_task(options.quick);
    std::vector<double> in_turn;
    const arma::mat right = contest(options, task, [&] {
        in_turn =
            train_contestant(contestants[1], task, task.lengths, options.seed);
    });
    print_contest(task, right, report);
    report.print("%-18s", "  all in turn");
    for (const double share : in_turn) report.print(" %7.3f", share);
    report.value("in-turn", "%.3f", in_turn.back());
    report.print("\n");
    claim_recall(task, right, report);
    report.claim(
        {.id = "short-first",
         .statement =
             "What learnt on short sequences first remembers without gates.",
         .quantity =
             "Elman, orthogonal, all lengths in turn: recalled right at the end",
         .low = 0.4},
        in_turn.back());
}
// [snip:show-recall]

namespace {

// [snip:claim-luck]
/// \brief What saying 0.5 would be worth, by 100,000 sequences.
void claim_luck(const Options& options, Report& report) {
    Rng rng(options.seed);
    constexpr std::size_t sequences = 100'000;
    const MemoryBatch batch = adding_batch(4, sequences, rng);
    double lucky = 0.0, squares = 0.0;
    for (const float number : batch.numbers) {
        const double off = double(number) - 0.5;
        lucky += std::abs(off) < double(adding_tolerance) ? 1.0 / sequences : 0.0;
        squares += off * off / sequences;
    }
    report.print("always 0.5: right %s of the time, by the formula %.4f\n",
                 report.value("lucky", "%.4f", lucky).c_str(), adding_luck(0.04));
    report.print("variance of the answer: 1/%.2f, by the formula 1/24\n",
                 1.0 / squares);
    report.claim(
        {.id = "adding-luck",
         .statement = "Who always answers 0.5 is right 15.4 % of the time.",
         .quantity = "share of 100,000 sequences",
         .low = 0.15,
         .high = 0.158},
        lucky);
}
// [snip:claim-luck]

}  // namespace

// [snip:show-adding]
void show_adding(const Options& options, Report& report) {
    report.section("adding", "The adding problem");
    claim_luck(options, report);
    const MemoryTask task = adding_task(options.quick);
    const arma::mat right = contest(options, task, [] {});
    print_contest(task, right, report);
    const std::string steps = std::to_string(task.lengths.back());
    report.claim(
        {.id = "adding-elman",
         .statement = "Elman's network does not learn to add over so many steps.",
         .quantity = "right, " + steps + " steps; who always says 0.5: 0.154",
         .high = 0.25},
        right(right.n_rows - 1, 0));
    report.claim({.id = "adding-lstm",
                  .statement = "An LSTM with biases of log T does.",
                  .quantity = "right, " + steps + " steps",
                  .low = 0.95},
                 right(right.n_rows - 1, 4));
}
// [snip:show-adding]

}  // namespace nn
