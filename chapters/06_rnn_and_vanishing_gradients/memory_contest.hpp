/// \file
/// \brief Cells that learn to remember, side by side.
#pragma once

#include <armadillo>
#include <array>
#include <functional>
#include <span>
#include <vector>

#include "last_answer.hpp"
#include "memory_tasks.hpp"
#include "sections.hpp"

namespace nn {

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

/// \brief Trains on sequences of each of the lengths in turn; accuracies on others
/// that training did not see.
// [snip:contest-declared]
std::vector<double> train_contestant(const Contestant& who, const MemoryTask& task,
                                     std::span<const std::size_t> lengths,
                                     std::uint32_t seed);

/// \brief Accuracies, lengths × contestants: each of them begins anew for each
/// length.
///
/// A training is a shard; the longest come first, so that both cores end at about
/// the same time, and before them what is to be done beside.
arma::mat contest(const Options& options, const MemoryTask& task,
                  const std::function<void()>& beside);

/// \brief The table, and the data of its figure.
void print_contest(const MemoryTask& task, const arma::mat& right, Report& report);
// [snip:contest-declared]

}  // namespace nn
