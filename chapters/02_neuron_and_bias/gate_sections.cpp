#include <algorithm>
#include <cmath>
#include <limits>

#include "gates.hpp"
#include "geometry.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:print-gate]
void print_gate(const Gate& gate, Report& report) {
    const std::uint32_t table = truth_table(gate.w, gate.b);
    report.print("%-7s %4.0f %4.0f %5.1f  ", gate.name, gate.w[0], gate.w[1],
                 gate.b);
    double nearest = std::numeric_limits<double>::infinity();
    for (const unsigned row : {0u, 1u, 2u, 3u}) {
        const std::array<double, 2> x{row & 1u ? 1.0 : 0.0, row & 2u ? 1.0 : 0.0};
        nearest = std::min(nearest, std::abs(signed_distance(gate.w, x, gate.b)));
        report.print("  %u", table >> row & 1u);
    }
    report.print("   %.3f\n", nearest);
}
// [snip:print-gate]

// [snip:count-functions]
void print_functions(Report& report) {
    report.section("functions", "How many tables of truth one neuron has");
    report.print("inputs   tables   with a bias   without\n");
    std::size_t with_two = 0, without_two = 0, more = 0;
    for (const std::size_t n : {1u, 2u, 3u, 4u}) {
        const std::size_t with = functions_of_a_neuron(n, 3, true).size();
        const std::size_t without = functions_of_a_neuron(n, 3, false).size();
        report.print("%6zu %8u %13zu %9zu\n", n, 1u << (1u << n), with, without);
        if (n == 2) with_two = with, without_two = without;
        more += functions_of_a_neuron(n, 4, true).size() - with;
        more += functions_of_a_neuron(n, 4, false).size() - without;
    }
    report.print("weights up to 4 instead of 3 add %s tables\n",
                 report.value("tables-more", "%zu", more).c_str());
    report.value("gates-with", "%zu", with_two);
    report.value("gates-without", "%zu", without_two);
    report.claim(
        {.id = "limits",
         .statement = "Without a bias a neuron is strongly limited in what it "
                      "can compute.",
         .quantity = "of the tables of two inputs that one neuron has, the "
                     "share that it loses",
         .low = 0.5,
         .high = 1.0},
        1.0 - static_cast<double>(without_two) / static_cast<double>(with_two));
}
// [snip:count-functions]

// [snip:gates-data]
/// \brief The corners of the square, and the boundaries of AND and OR across it.
void write_plane(Report& report) {
    Csv corners({"x0", "x1", "or", "xor"}), boundaries({"x0", "and", "or"});
    for (const unsigned row : {0u, 1u, 2u, 3u}) {
        const double x0 = row & 1u, x1 = row >> 1;
        corners.row({x0, x1, row == 0 ? 0.0 : 1.0, xor_by_layers(x0, x1)});
    }
    for (const double x0 : {-0.5, 1.5}) {
        const auto x1_on = [&](const Gate& gate) {
            return threshold(gate.w[1], gate.w[0] * x0 + gate.b);
        };
        boundaries.row({x0, x1_on(hand_made_gates[0]), x1_on(hand_made_gates[1])});
    }
    report.data("corners.csv", corners);
    report.data("boundaries.csv", boundaries);
}
// [snip:gates-data]

}  // namespace

// [snip:show-gates]
void show_gates(Report& report) {
    report.section("gates", "Four gates by hand");
    report.print("gate      w0   w1     b   00 10 01 11  nearest\n");
    for (const Gate& gate : hand_made_gates) print_gate(gate, report);
    write_plane(report);
    print_functions(report);
}
// [snip:show-gates]

// [snip:show-xor-layers]
void show_xor_layers(Report& report) {
    report.section("xor-layers", "One or the other, by two layers");
    report.print("x0 x1    OR NAND   AND of both\n");
    double wrong = 0.0;
    for (const unsigned row : {0u, 1u, 2u, 3u}) {
        const double x0 = row & 1u, x1 = row >> 1;
        const unsigned either = truth_table(hand_made_gates[1].w, -0.5) >> row & 1u;
        const unsigned not_both =
            truth_table(hand_made_gates[2].w, 1.5) >> row & 1u;
        const double answer = xor_by_layers(x0, x1);
        report.print("%2.0f %2.0f %5u %4u %8.0f\n", x0, x1, either, not_both,
                     answer);
        wrong += answer != (x0 != x1 ? 1.0 : 0.0);
    }
    report.claim(
        {.id = "xor-layers",
         .statement = "Two layers compute what no single neuron can: one or the "
                      "other, not both.",
         .quantity = "rows of the table that are wrong",
         .low = 0.0,
         .high = 0.0},
        wrong);
}
// [snip:show-xor-layers]

}  // namespace nn
