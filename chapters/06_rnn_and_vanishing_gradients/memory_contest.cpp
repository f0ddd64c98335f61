#include "memory_contest.hpp"

#include <string>

#include "forgetting.hpp"
#include "nn/io/progress.hpp"

namespace nn {

// [snip:train-contestant]
std::vector<double> train_contestant(const Contestant& who, const MemoryTask& task,
                                     std::span<const std::size_t> lengths,
                                     std::uint32_t seed) {
    Rng rng(seed);
    AnswerShape shape{.cell = who.cell,
                      .inputs = task.inputs,
                      .answers = task.answers,
                      .orthogonal = who.orthogonal};
    shape.hidden = hidden_within(shape, task.parameters);
    if (who.log_bias) shape.gate_bias = forget_bias(lengths.front());
    LastAnswer network(shape, rng);
    Adam<float> adam({.learning_rate = who.learning_rate});
    std::vector<double> right;
    for (const std::size_t steps : lengths) {
        network.train({.updates = task.updates, .longest_gradient = 1.0}, adam,
                      [&] { return task.batch(steps, 20, rng); });
        right.push_back(network.accuracy(task.batch(steps, 1000, rng)));
    }
    return right;
}
// [snip:train-contestant]

// [snip:contest]
arma::mat contest(const Options& options, const MemoryTask& task,
                  const std::function<void()>& beside) {
    arma::mat right(task.lengths.size(), contestants.size());
    Progress progress(task.id, "trainings", right.n_elem);
    for_each_shard(right.n_elem + 1, options.threads, [&](std::size_t shard) {
        if (shard == 0) return beside();
        const std::size_t c = (shard - 1) % right.n_cols;
        const std::size_t l = right.n_rows - 1 - (shard - 1) / right.n_cols;
        right(l, c) =
            train_contestant(contestants[c], task,
                             std::span(task.lengths).subspan(l, 1), options.seed)
                .front();
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

}  // namespace nn
