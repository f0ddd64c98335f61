#include <array>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "error_flow.hpp"
#include "forgetting.hpp"
#include "nn/lstm_cell.hpp"
#include "sections.hpp"
#include "weights.hpp"

namespace nn {

namespace {

// [snip:beginnings]
constexpr std::size_t beginning_units = 64, beginning_steps = 100;

/// \brief A way to begin W_h.
struct Beginning {
    const char* name;
    std::function<arma::mat(Rng&)> draw;
};

const std::array<Beginning, 4>& beginnings() {
    static const std::array<Beginning, 4> all{
        {{"uniform",
          [](Rng& rng) {
              arma::mat W(beginning_units, beginning_units);
              fill_uniform<double>({W.memptr(), W.n_elem},
                                   1.0 / std::sqrt(double(beginning_units)), rng);
              return W;
          }},
         {"radius 1",
          [](Rng& rng) { return matrix_of_radius(beginning_units, 1.0, rng); }},
         {"orthogonal",
          [](Rng& rng) { return orthogonal_matrix(beginning_units, rng); }},
         {"identity", [](Rng&) {
              return arma::mat(beginning_units, beginning_units, arma::fill::eye);
          }}}};
    return all;
}
// [snip:beginnings]

// [snip:what-is-left]
/// \brief The share of an error that is left after 100 steps, the root mean square
/// over all directions and the geometric mean over 5 networks.
double what_is_left(const Beginning& beginning, Squashing squashing, double noise,
                    std::uint32_t seed) {
    constexpr std::size_t networks = 5;
    Rng rng(seed);
    double log_sum = 0.0;
    for (std::size_t i = 0; i < networks; ++i) {
        const Recurrence<double> recurrence{squashing,
                                            numbers_of(beginning.draw(rng))};
        const auto inputs =
            normal_steps(beginning_steps, beginning_units, noise, rng);
        const auto states = states_of<double>(
            recurrence, std::vector<double>(beginning_units), inputs);
        log_sum +=
            std::log(arma::norm(jacobian_product(recurrence, states), "fro") /
                     std::sqrt(double(beginning_units)));
    }
    return std::exp(log_sum / networks);
}
// [snip:what-is-left]

// [snip:claim-beginnings]
void claim_beginnings(const arma::mat& left, Report& report) {
    report.claim(
        {.id = "uniform-vanishes",
         .statement = "Weights as chapter 3 drew them let the gradient vanish.",
         .quantity = "share left after 100 steps, tanh, quiet",
         .high = 1e-10},
        left(0, 0));
    report.claim({.id = "orthogonal-keeps",
                  .statement = "An orthogonal matrix keeps the gradient.",
                  .quantity = "share left after 100 steps, tanh, quiet",
                  .low = 0.1,
                  .high = 1.0},
                 left(2, 0));
    report.claim(
        {.id = "orthogonal-loud",
         .statement = "It keeps it only as long as no unit is near its bounds.",
         .quantity = "share left after 100 steps, tanh, loud",
         .high = 1e-6},
        left(2, 1));
}
// [snip:claim-beginnings]

}  // namespace

// [snip:show-beginnings]
void show_beginnings(const Options& options, Report& report) {
    report.section("beginnings", "Cures without gates: how W begins");
    struct Column {
        const char* name;
        Squashing squashing;
        double noise;
    };
    constexpr std::array<Column, 4> columns{{{"tanh quiet", Squashing::tanh, 0.01},
                                             {"tanh loud", Squashing::tanh, 1.0},
                                             {"relu quiet", Squashing::relu, 0.01},
                                             {"relu loud", Squashing::relu, 1.0}}};
    arma::mat left(beginnings().size(), columns.size());  // ways × columns
    for_each_shard(left.n_elem, options.threads, [&](std::size_t i) {
        const Column& column = columns[i / left.n_rows];
        left(i) = what_is_left(beginnings()[i % left.n_rows], column.squashing,
                               column.noise, options.seed);
    });
    report.print("%-12s", "left of it");
    for (const Column& column : columns) report.print(" %12s", column.name);
    report.print("\n");
    for (std::size_t way = 0; way < left.n_rows; ++way) {
        report.print("%-12s", beginnings()[way].name);
        for (std::size_t c = 0; c < left.n_cols; ++c)
            report.print(" %12s", report
                                      .value("left-" + std::to_string(way) +
                                                 std::to_string(c),
                                             "%.1e", left(way, c))
                                      .c_str());
        report.print("\n");
    }
    claim_beginnings(left, report);
}
// [snip:show-beginnings]

}  // namespace nn
