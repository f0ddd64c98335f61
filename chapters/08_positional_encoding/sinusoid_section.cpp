#include <cmath>
#include <string>

#include "nn/positional_encoding.hpp"
#include "position_geometry.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:print-small]
void print_small(Report& report) {
    const arma::mat P = sinusoidal_encoding(4, 101);  // 4 × positions
    report.print("d = 4: two clocks, which turn by 1 and by 0.01 a token\n");
    report.print("%8s %9s %9s %9s %9s\n", "position", "sin p", "cos p", "sin .01p",
                 "cos .01p");
    for (const std::size_t p : {0, 1, 2, 3, 6, 100})
        report.print("%8zu %9.4f %9.4f %9.4f %9.4f\n", p, P(0, p), P(1, p), P(2, p),
                     P(3, p));
    const arma::mat odd = sinusoidal_encoding(5, 2);  // 5 × 2
    report.print("d = 5, position 1: %.4f %.4f %.4f %.4f %.4f\n", odd(0, 1),
                 odd(1, 1), odd(2, 1), odd(3, 1), odd(4, 1));
}
// [snip:print-small]

// [snip:turns-of-clock]
constexpr std::size_t clock_width = 128;

/// \brief Where a hand stands, as a share of a turn.
double share_of_turn(std::size_t position, std::size_t pair) {
    const double turns = double(position) / clock_wavelength(pair, clock_width);
    return turns - std::floor(turns);
}

void print_clocks(Report& report) {
    report.print("d = 128: where a hand stands, in shares of a turn\n");
    report.print("%5s %13s %8s %8s %8s %8s\n", "clock", "tokens a turn", "p = 1",
                 "10", "100", "1000");
    for (const std::size_t pair : {0, 8, 16, 24, 32, 40, 48, 56, 63})
        report.print("%5zu %13s %8.4f %8.4f %8.4f %8.4f\n", pair,
                     report
                         .value("wavelength-" + std::to_string(pair), "%.2f",
                                clock_wavelength(pair, clock_width))
                         .c_str(),
                     share_of_turn(1, pair), share_of_turn(10, pair),
                     share_of_turn(100, pair), share_of_turn(1000, pair));
}
// [snip:turns-of-clock]

// [snip:clock-hands]
/// \brief Hands to draw: a column for each position, a row for each clock.
void write_clocks(Report& report) {
    Csv table({"column", "row", "right", "up"});
    const std::size_t positions[] = {0, 1, 2, 3, 6, 12, 25, 50};
    const std::size_t pairs[] = {0, 8, 16, 24};
    for (std::size_t column = 0; column < std::size(positions); ++column)
        for (std::size_t row = 0; row < std::size(pairs); ++row) {
            const auto number = [&](std::size_t i) {
                return sinusoid<double>(double(positions[column]), i, clock_width);
            };
            table.row({double(column), -double(row), number(2 * pairs[row]),
                       number(2 * pairs[row] + 1)});
        }
    report.data("clocks.csv", table);
}
// [snip:clock-hands]

// [snip:heat-map]
/// \brief How strongly a number is shown: −2 … 2.
int shade(double number) {
    return (number > 0.25) + (number > 0.75) - (number < -0.25) - (number < -0.75);
}

/// \brief Each row of the table as pieces of one shade, with gaps between them.
void write_heat_map(Report& report) {
    constexpr std::size_t tokens = 128;
    const arma::mat P = sinusoidal_encoding(clock_width, tokens);  // d × T
    Csv table({"position", "number", "shade"});
    for (std::size_t i = 0; i < clock_width; ++i)
        for (std::size_t first = 0, next = 0; first < tokens; first = next) {
            const int here = shade(P(i, first));
            while (next < tokens && shade(P(i, next)) == here) ++next;
            if (here == 0) continue;
            table.row({double(first), double(i), double(here)});
            table.row({double(next), double(i), double(here)});
            table.row({});
        }
    report.data("heatmap.csv", table);
}
// [snip:heat-map]

}  // namespace

// [snip:show-sinusoid]
void show_sinusoid(Report& report) {
    report.section("sinusoid", "A position as the hands of clocks");
    print_small(report);
    print_clocks(report);
    write_clocks(report);
    write_heat_map(report);
}
// [snip:show-sinusoid]

}  // namespace nn
