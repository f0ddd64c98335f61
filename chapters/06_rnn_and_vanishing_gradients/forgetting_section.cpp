#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "forgetting.hpp"
#include "nn/clipping.hpp"
#include "nn/lstm_cell.hpp"
#include "nn/recurrent_step.hpp"
#include "sections.hpp"
#include "weights.hpp"

namespace nn {

namespace {

// [snip:memory-run]
constexpr std::size_t memory_units = 16, memory_steps = 101;
using Steps = std::vector<std::vector<double>>;

/// \brief What an LSTM with random weights carries back, and its forget gates.
struct MemoryRun {
    Steps cell_slopes;  ///< in c_0 … c_T
    Steps forget_sums;  ///< of steps 1 … T
};

/// \brief The sums of the forget gates: the second block of rows.
Steps forget_sums(const Unrolled<double>& layer, const RecurrentWeights<double>& W,
                  const Steps& inputs) {
    Steps all;
    for (std::size_t t = 1; t <= inputs.size(); ++t) {
        std::vector<double> sums(W.bias.begin(), W.bias.end());
        add_product<double>(W.input, inputs[t - 1], sums);
        add_product<double>(W.recurrent, layer.hidden(t - 1), sums);
        const auto forget = gate_rows<double>(sums, 1, memory_units);
        all.emplace_back(forget.begin(), forget.end());
    }
    return all;
}
// [snip:memory-run]

// [snip:run-memory]
/// \brief Reads noise and sends an error back from the last state alone;
/// `recurrent` bounds the numbers of W_h.
MemoryRun run_memory(double bias, double recurrent, std::uint32_t seed) {
    constexpr std::size_t sums = 4 * memory_units;
    Rng rng(seed);
    std::vector<double> all(sums * (2 * memory_units + 1)), slopes(all.size());
    const auto W = recurrent_weights<double>(all, sums, memory_units, memory_units);
    fill_uniform(W.input, 0.25, rng);
    fill_uniform(W.recurrent, recurrent, rng);
    for (double& b : gate_rows(W.bias, 1, memory_units)) b = bias;
    const LstmCell<double> cell;
    Unrolled<double> layer(cell, {W.input, W.recurrent, W.bias});
    const Steps inputs = normal_steps(memory_steps, memory_units, 1.0, rng);
    for (const std::vector<double>& x : inputs) layer.read(x);
    Steps outside(memory_steps);
    outside.back().assign(memory_units, 1.0);
    const auto back = layer.back(
        outside,
        recurrent_weights<double>(slopes, sums, memory_units, memory_units));
    return {back.cell, forget_sums(layer, W, inputs)};
}
// [snip:run-memory]

// [snip:worst-of-product]
/// \brief Unit by unit: what arrives in c_0 of the slope in c_{T−1}, against the
/// product of the forget gates between.
double worst_of_product(const MemoryRun& run) {
    double worst = 0.0;
    for (std::size_t k = 0; k < memory_units; ++k) {
        std::vector<double> sums;
        for (std::size_t t = 0; t + 1 < memory_steps; ++t)
            sums.push_back(run.forget_sums[t][k]);
        const double carried =
            run.cell_slopes[0][k] / run.cell_slopes[memory_steps - 1][k];
        worst =
            std::max(worst, std::abs(carried / forget_product<double>(sums) - 1.0));
    }
    return worst;
}

/// \brief The lengths of the slopes in c_{T−1}, …, c_0, as shares of the first.
std::vector<double> shares_left(const MemoryRun& run) {
    std::vector<double> left;
    for (std::size_t t = memory_steps; t-- > 0;)
        left.push_back(gradient_norm<double>(run.cell_slopes[t]) /
                       gradient_norm<double>(run.cell_slopes[memory_steps - 1]));
    return left;
}
// [snip:worst-of-product]

// [snip:print-biases]
constexpr std::size_t memory_distance = memory_steps - 1;

std::vector<std::vector<double>> print_biases(const Options& options,
                                              Report& report) {
    const std::array biases{0.0, 1.0, 2.0, forget_bias(memory_distance)};
    std::vector<std::vector<double>> left;
    report.print("%-12s %12s %12s %18s\n", "forget bias", "10 steps", "100 steps",
                 "sigmoid(b)^100");
    for (const double b : biases) {
        left.push_back(shares_left(run_memory(b, 0.25, options.seed)));
        const std::vector<double> sums(memory_distance, b);
        report.print("%-12.3f %12.1e %12s %18.1e\n", b, left.back()[10],
                     report
                         .value("forget-" + std::to_string(left.size() - 1), "%.0e",
                                left.back()[memory_distance])
                         .c_str(),
                     forget_product<double>(sums));
    }
    Csv table({"distance", "b0", "b1", "b2", "log"});
    for (std::size_t d = 0; d <= memory_distance; ++d)
        table.row({double(d), left[0][d], left[1][d], left[2][d], left[3][d]});
    report.data("forget.csv", table);
    return left;
}
// [snip:print-biases]

}  // namespace

// [snip:show-forgetting]
void show_forgetting(const Options& options, Report& report) {
    report.section("forgetting", "An LSTM's memory, and the bias that keeps it");
    const auto left = print_biases(options, report);
    report.claim(
        {.id = "forget-exact",
         .statement = "Without W_h, what flows along the cell state is the product "
                      "of the forget gates.",
         .quantity = "worst relative distance after 100 steps",
         .high = 1e-12},
        worst_of_product(run_memory(1.0, 0.0, options.seed)));
    report.claim(
        {.id = "forget-zero",
         .statement = "With a forget bias of 0 an LSTM's gradient vanishes too.",
         .quantity = "share left after 100 steps",
         .high = 1e-15},
        left[0][memory_distance]);
    report.claim(
        {.id = "forget-log",
         .statement = "With a bias of log T a share of it is left after T steps.",
         .quantity = "share left after 100 steps",
         .low = 0.1,
         .high = 10.0},
        left[3][memory_distance]);
}
// [snip:show-forgetting]

}  // namespace nn
