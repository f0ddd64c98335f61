#include <algorithm>
#include <cmath>
#include <string>

#include "gates.hpp"
#include "nn/io/progress.hpp"
#include "nn/perceptron.hpp"
#include "nn/rng.hpp"
#include "sections.hpp"
#include "separation.hpp"

namespace nn {

namespace {

// [snip:trace]
constexpr std::uint32_t or_table = 0b1110, xor_table = 0b0110;

/// \brief Four passes over OR, a line for each example.
void print_trace(Report& report) {
    report.section("trace", "A neuron learns OR");
    const Dataset data = examples_of_table(or_table, 2);
    Perceptron neuron{{0.0, 0.0}};
    report.print("x0 x1   should     sum  answers     w0   w1    b\n");
    for (int pass = 0; pass < 4; ++pass)
        for (arma::uword j = 0; j < 4; ++j) {
            const double x0 = data.X(0, j), x1 = data.X(1, j);
            const double sum = neuron.w[0] * x0 + neuron.w[1] * x1 + neuron.b;
            const arma::vec x = data.X.col(j);
            const bool wrong = perceptron_update(neuron, x, data.y(j));
            report.print("%2.0f %2.0f %6.0f %9.0f %6s   %6.0f %4.0f %4.0f\n", x0,
                         x1, data.y(j), sum, wrong ? "wrong" : "right", neuron.w[0],
                         neuron.w[1], neuron.b);
        }
}
// [snip:trace]

// [snip:claim-all-tables]
void claim_all_tables(Report& report) {
    double learned = 0.0, learned_without = 0.0;
    for (std::uint32_t table = 0; table < 16; ++table) {
        const Dataset data = examples_of_table(table, 2);
        learned += separate(data, true, 1000).found;
        learned_without += separate(data, false, 1000).found;
    }
    report.print("\nof 16 tables learned: %.0f with a bias, %s without\n", learned,
                 report.value("learned-without", "%.0f", learned_without).c_str());
    report.claim(
        {.id = "all-tables",
         .statement = "A neuron that learns for long enough learns every table "
                      "of two inputs.",
         .quantity = "tables learned in 1,000 passes, of 16",
         .low = 16.0,
         .high = 16.0},
        learned);
}
// [snip:claim-all-tables]

// [snip:print-gates-learned]
void print_gates_learned(Report& report) {
    report.print("gate     passes   mistakes    bound     w0   w1    b\n");
    for (const Gate& gate : hand_made_gates) {
        const Dataset data = examples_of_table(truth_table(gate.w, gate.b), 2);
        const Separation learned = separate(data, true, 1000);
        const double bound =
            mistake_bound(data, {{gate.w[0], gate.w[1]}, gate.b, true});
        report.print("%-7s %7zu %10zu %8.0f   %4.0f %4.0f %4.0f\n", gate.name,
                     learned.passes, learned.mistakes, bound, learned.neuron.w[0],
                     learned.neuron.w[1], learned.neuron.b);
    }
}
// [snip:print-gates-learned]

// [snip:print-circle]
void print_circle(Report& report) {
    report.section("circle", "A neuron tries to learn XOR");
    const Dataset data = examples_of_table(xor_table, 2);
    PerceptronTrainer trainer(2, true);
    report.print("pass   mistakes     w0   w1    b\n");
    for (int pass = 1; pass <= 1000; ++pass) {
        const std::size_t mistakes = trainer.pass(data);
        if (pass > 5 && pass < 999) continue;
        const Perceptron& neuron = trainer.last();
        report.print("%4d %10zu   %4.0f %4.0f %4.0f\n", pass, mistakes, neuron.w[0],
                     neuron.w[1], neuron.b);
    }
}
// [snip:print-circle]

}  // namespace

// [snip:show-learning]
void show_learning(Report& report) {
    print_trace(report);
    report.section("learning", "Four gates learned");
    print_gates_learned(report);
    print_circle(report);
    claim_all_tables(report);
}
// [snip:show-learning]

namespace {

// [snip:moved]
/// \brief An OR whose four points have been moved.
Dataset moved_or(double right, double up) {
    Dataset data = examples_of_table(or_table, 2);
    data.X.row(0) += right;
    data.X.row(1) += up;
    return data;
}

bool learns(const Dataset& data, bool with_bias) {
    return separate(data, with_bias, 10'000).found;
}
// [snip:moved]

}  // namespace

// [snip:show-moved-or]
void show_moved_or(const Options& options, Report& report) {
    report.section("moved-or", "An OR moved about the plane");
    const int step = options.quick ? 4 : 1;  // quarters of a unit
    double places = 0.0, with = 0.0, without = 0.0, corner = 0.0, lost = 0.0;
    Csv table({"right", "up", "learned"});
    for (int i = -16; i <= 16; i += step)
        for (int j = -16; j <= 16; j += step) {
            const double right = i / 4.0, up = j / 4.0;
            const Dataset data = moved_or(right, up);
            const bool learns_with = learns(data, true);
            const bool learns_without = learns(data, false);
            table.row({right, up, learns_without ? 1.0 : 0.0});
            ++places;
            with += learns_with;
            without += learns_without;
            if (i <= 0 || j <= 0) continue;
            ++corner;
            lost += learns_with && !learns_without;
        }
    // [snip:show-moved-or]
    // [snip:moved-or-claim]
    report.print("places           %s\n",
                 report.value("places", "%.0f", places).c_str());
    report.print("learned with b   %s\n",
                 report.value("places-with", "%.0f", with).c_str());
    report.print("learned without  %s\n",
                 report.value("places-without", "%.0f", without).c_str());
    report.claim(
        {.id = "moved-or",
         .statement = "An OR that is moved off the origin is learned with a "
                      "bias and not without.",
         .quantity = "share of the places above and to the right of the origin "
                     "where that is so",
         .low = 1.0,
         .high = 1.0,
         .condition = "it is moved up and to the right"},
        lost / corner);
    report.data("moved_or.csv", table);
}
// [snip:moved-or-claim]

// [snip:show-bound]
void show_bound(const Options& options, Report& report) {
    report.section("bound", "Mistakes, and how many there can be");
    const int seeds = options.quick ? 50 : 300;
    Progress progress("Perceptrons", "seeds", static_cast<std::size_t>(seeds));
    double worst = 0.0;
    std::vector<double> ratios;
    Csv table({"bound", "mistakes"});
    for (int i = 0; i < seeds; ++i, progress.step()) {
        Rng rng(options.seed + static_cast<std::uint32_t>(i));
        const auto inputs = static_cast<std::size_t>(rng.integer(2, 11));
        const double margin = std::pow(10.0, rng.uniform(-2.0, -0.5));
        const Separable made = separable_examples(inputs, 100, margin, rng);
        const Separation learned = separate(made.data, true, 1'000'000);
        const double bound = mistake_bound(made.data, made.neuron);
        const auto mistakes = static_cast<double>(learned.mistakes);
        ratios.push_back(mistakes / bound);
        table.row({bound, mistakes});
    }
    std::sort(ratios.begin(), ratios.end());
    worst = ratios.back();
    report.claim({.id = "mistake-bound",
                  .statement = "A perceptron makes at most (R / γ)² mistakes.",
                  .quantity = "mistakes over the bound, the largest of all seeds",
                  .low = 0.0,
                  .high = 1.0},
                 worst);
    report.print(
        "  of %s seeds the nearest: one in %s; in the middle: one in %s\n",
        report.value("bound-seeds", "%d", seeds).c_str(),
        report.value("bound-nearest", "%.1f", 1.0 / worst).c_str(),
        report.value("bound-middle", "%.0f", 1.0 / ratios[ratios.size() / 2])
            .c_str());
    report.data("bound.csv", table);
}
// [snip:show-bound]

}  // namespace nn
