#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "forgetting.hpp"
#include "last_answer.hpp"
#include "memory_tasks.hpp"
#include "nn/io/progress.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:contestants]
/// \brief A cell and how it begins.
struct Contestant {
    const char* name;
    CellKind cell;
    bool log_bias = false;    ///< gates biased by forget_bias(T)
    double orthogonal = 0.0;  ///< W_h an orthogonal matrix
    float learning_rate = 0.02F;
};

constexpr std::array<Contestant, 5> contestants{
    {{"Elman", CellKind::elman, false, 0.0, 0.005F},
     {"Elman, orthogonal", CellKind::elman, false, 1.0, 0.005F},
     {"LSTM, bias 0", CellKind::lstm},
     {"GRU, bias log T", CellKind::gru, true},
     {"LSTM, bias log T", CellKind::lstm, true}}};

/// \brief A task, and how long each of its trainings is.
struct MemoryTask {
    const char* id;
    MemoryBatch (*batch)(std::size_t steps, std::size_t sequences, Rng& rng);
    std::size_t inputs, answers, parameters, updates;
    std::vector<std::size_t> lengths;
};
// [snip:contestants]

// [snip:train-contestant]
/// \brief Accuracy on sequences that training did not see.
double train_contestant(const Contestant& who, const MemoryTask& task,
                        std::size_t steps, std::uint32_t seed) {
    Rng rng(seed);
    AnswerShape shape{.cell = who.cell,
                      .inputs = task.inputs,
                      .answers = task.answers,
                      .orthogonal = who.orthogonal};
    shape.hidden = hidden_within(shape, task.parameters);
    if (who.log_bias) shape.gate_bias = forget_bias(steps);
    LastAnswer network(shape, rng);
    Adam<float> adam({.learning_rate = who.learning_rate});
    network.train({.updates = task.updates, .longest_gradient = 1.0}, adam,
                  [&] { return task.batch(steps, 20, rng); });
    return network.accuracy(task.batch(steps, 1000, rng));
}
// [snip:train-contestant]

// [snip:contest]
/// \brief Accuracies, lengths × contestants. Each training is a shard; the longest
/// come first, so that both cores end at about the same time.
arma::mat contest(const Options& options, const MemoryTask& task) {
    arma::mat right(task.lengths.size(), contestants.size());
    Progress progress(task.id, "trainings", right.n_elem);
    for_each_shard(right.n_elem, options.threads, [&](std::size_t shard) {
        const std::size_t l = right.n_rows - 1 - shard / right.n_cols,
                          c = shard % right.n_cols;
        right(l, c) =
            train_contestant(contestants[c], task, task.lengths[l], options.seed);
        progress.step();
    });
    return right;
}
// [snip:contest]

// [snip:print-contest]
void print_contest(const MemoryTask& task, const arma::mat& right, Report& report) {
    report.print("%-18s", "steps");
    for (const std::size_t steps : task.lengths) report.print(" %7zu", steps);
    report.print("\n");
    for (std::size_t c = 0; c < contestants.size(); ++c) {
        report.print("%-18s", contestants[c].name);
        for (std::size_t l = 0; l < task.lengths.size(); ++l)
            report.print(" %7s",
                         report
                             .value(std::string(task.id) + "-" + std::to_string(c) +
                                        "-" + std::to_string(task.lengths[l]),
                                    "%.3f", right(l, c))
                             .c_str());
        report.print("\n");
    }
    Csv table({"steps", "elman", "orthogonal", "lstm0", "gru", "lstm"});
    for (std::size_t l = 0; l < task.lengths.size(); ++l)
        table.row({double(task.lengths[l]), right(l, 0), right(l, 1), right(l, 2),
                   right(l, 3), right(l, 4)});
    report.data(std::string(task.id) + ".csv", table);
}
// [snip:print-contest]

}  // namespace

void show_memory(const Options& options, Report& report) {
    const MemoryTask recall{
        "recall", recall_batch, recall_symbols + noise_symbols, recall_symbols,
        1800,     300,          {5, 10, 25, 50, 100, 200}};
    report.section("recall", "Which symbol came first?");
    print_contest(recall, contest(options, recall), report);
    const MemoryTask adding{"adding", adding_batch,     2, 1, 750,
                            600,      {10, 25, 50, 100}};
    report.section("adding", "The adding problem");
    print_contest(adding, contest(options, adding), report);
}

}  // namespace nn
