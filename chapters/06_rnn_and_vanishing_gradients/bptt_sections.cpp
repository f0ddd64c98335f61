#include <algorithm>
#include <armadillo>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "nn/gradient_check.hpp"
#include "nn/initialisation.hpp"
#include "nn/rng.hpp"
#include "sections.hpp"
#include "symbol_sequence.hpp"

namespace nn {

namespace {

// [snip:symbol-task]
struct SymbolTask {
    SymbolShape shape;
    std::vector<double> parameters;
    std::vector<Token> symbols;
};

/// \brief A network with random weights, and a random text.
SymbolTask random_symbol_task(const SymbolShape& shape, std::size_t steps,
                              std::uint32_t seed) {
    Rng rng(seed);
    SymbolTask task{shape, std::vector<double>(shape.parameters()), {}};
    fill_uniform<double>(task.parameters, 1.0 / std::sqrt(double(shape.hidden)),
                         rng);
    for (std::size_t t = 0; t <= steps; ++t)
        task.symbols.push_back(static_cast<Token>(rng.interval(shape.symbols - 1)));
    return task;
}

std::vector<double> gradient_of(const SymbolTask& task, std::size_t chunk) {
    return sequence_gradient<double>(task.shape, task.parameters, task.symbols,
                                     chunk);
}
// [snip:symbol-task]

// [snip:check-cell]
GradientCheck check_cell(const SymbolTask& task, std::span<const double> gradient) {
    return check_gradient(
        [&](std::span<const Real50> at) {
            return sequence_loss<Real50>(task.shape, at, task.symbols);
        },
        task.parameters, gradient);
}
// [snip:check-cell]

}  // namespace

// [snip:show-gradient-check]
void show_gradient_check(const Options& options, Report& report) {
    report.section("gradient-check",
                   "Backpropagation through time against 50 digits");
    constexpr std::array cells{CellKind::elman, CellKind::gru, CellKind::lstm};
    constexpr std::array ids{"gradient-elman", "gradient-gru", "gradient-lstm"};
    constexpr std::size_t steps = 12;
    std::array<GradientCheck, cells.size()> checks;
    for_each_shard(cells.size(), options.threads, [&](std::size_t i) {
        const SymbolTask task =
            random_symbol_task({cells[i], 4, 3}, steps, options.seed);
        checks[i] = check_cell(task, gradient_of(task, steps));
    });
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string name = name_of(cells[i]);
        report.value("worst-" + name, "%.0e", checks[i].worst);
        report.claim(
            {.id = ids[i],
             .statement = name + ": backpropagation through time gives the slopes.",
             .quantity = "worst relative error against 50-digit differences",
             .high = 1e-9},
            checks[i].worst);
    }
    SymbolTask task =
        random_symbol_task({CellKind::elman, 4, 3}, steps, options.seed);
    const GradientCheck wrong = check_cell(task, gradient_of(task, steps - 1));
    report.print("Elman, the first step cut off: worst error %.1e\n", wrong.worst);
}
// [snip:show-gradient-check]

namespace {

// [snip:compare-gradients]
struct Agreement {
    double cosine,
        length;  ///< of the truncated gradient; as a share of the whole one
};

Agreement compare(const std::vector<double>& part,
                  const std::vector<double>& whole) {
    const arma::vec a(part), b(whole);
    return {arma::norm_dot(a, b), arma::norm(a) / arma::norm(b)};
}
// [snip:compare-gradients]

// [snip:truncated-task]
constexpr std::size_t truncated_steps = 96;

/// \brief A random text for a network whose W_h begins uniform, or orthogonal.
SymbolTask truncated_task(bool orthogonal, std::uint32_t seed) {
    SymbolTask task =
        random_symbol_task({CellKind::elman, 8, 16}, truncated_steps, seed);
    if (!orthogonal) return task;
    Rng rng(seed);
    const arma::mat W = orthogonal_matrix(task.shape.hidden, rng);
    std::copy(W.begin(), W.end(),
              task.parameters.begin() +
                  std::ptrdiff_t(task.shape.symbols * task.shape.hidden));
    return task;
}
// [snip:truncated-task]

// [snip:notices-answer]
/// \brief How much the slopes in the first symbol's column of W_x change with the
/// last answer. The first symbol does not come again.
double notices_answer(SymbolTask task, std::size_t chunk) {
    const auto first = static_cast<Token>(task.shape.symbols - 1);
    for (Token& symbol : task.symbols) symbol %= first;
    task.symbols.front() = first;
    const std::vector<double> one = gradient_of(task, chunk);
    task.symbols.back() = (task.symbols.back() + 1) % first;
    const std::vector<double> other = gradient_of(task, chunk);
    double most = 0.0;
    for (std::size_t i = first * task.shape.sums();
         i < (first + 1) * task.shape.sums(); ++i)
        most = std::max(most, std::abs(one[i] - other[i]));
    return most;
}
// [snip:notices-answer]

}  // namespace

// [snip:show-truncated]
void show_truncated(const Options& options, Report& report) {
    report.section("truncated", "Backpropagation through a part of time");
    const SymbolTask uniform = truncated_task(false, options.seed);
    const SymbolTask orthogonal = truncated_task(true, options.seed);
    const auto whole_uniform = gradient_of(uniform, truncated_steps);
    const auto whole_orthogonal = gradient_of(orthogonal, truncated_steps);
    report.print("%-8s %21s %21s %16s\n", "", "W_h uniform", "W_h orthogonal",
                 "sees the last");
    report.print("%-8s %10s %10s %10s %10s %16s\n", "chunk", "cosine", "length",
                 "cosine", "length", "answer by");
    Agreement at_16{};
    for (const std::size_t chunk : {1, 2, 4, 8, 16, 32, 48, 96}) {
        const Agreement a = compare(gradient_of(uniform, chunk), whole_uniform);
        const Agreement b =
            compare(gradient_of(orthogonal, chunk), whole_orthogonal);
        if (chunk == 16) at_16 = a;
        report.print("%-8zu %10.4f %10.4f %10.4f %10.4f %16.1e\n", chunk, a.cosine,
                     a.length, b.cosine, b.length,
                     notices_answer(orthogonal, chunk));
    }
    // [snip:show-truncated]
    // [snip:claim-truncated]
    report.claim(
        {.id = "truncated-enough",
         .statement =
             "Chunks of 16 steps give the direction of the whole gradient, "
             "where it vanishes anyway.",
         .quantity = "cosine, W_h uniform",
         .low = 0.99},
        at_16.cosine);
    report.claim(
        {.id = "truncated-blind",
         .statement =
             "What lies further apart than a chunk, truncation cannot see.",
         .quantity = "change of the first symbol's slopes with the last answer, "
                     "chunks of 48 of 96 steps",
         .low = 0.0,
         .high = 0.0},
        notices_answer(orthogonal, truncated_steps / 2));
}
// [snip:claim-truncated]

}  // namespace nn
