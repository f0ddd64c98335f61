#include <algorithm>
#include <cmath>
#include <vector>

#include "geometry.hpp"
#include "nn/activation.hpp"
#include "nn/neuron.hpp"
#include "nn/rng.hpp"
#include "nn/sigmoid.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:claim-pass-mark]
void claim_pass_mark(Report& report) {
    const auto pass_mark = [](double b) {
        return measured_threshold([&](double sum) { return step(sum + b) == 1.0; },
                                  -10.0, 10.0);
    };
    report.claim({.id = "pass-mark",
                  .statement = "Without a bias the pass mark is fixed at zero.",
                  .quantity = "the smallest sum that passes",
                  .low = 0.0,
                  .high = 0.0},
                 pass_mark(0.0));
    report.claim(
        {.id = "head-start",
         .statement = "A head start of 5 points for all moves the pass mark "
                      "to −5.",
         .quantity = "the smallest sum that passes",
         .low = -5.0,
         .high = -5.0},
        pass_mark(5.0));
}
// [snip:claim-pass-mark]

// [snip:claim-negative-sum]
void claim_negative_sum(std::uint32_t seed, std::size_t n, Report& report) {
    Rng rng(seed);
    constexpr double b = 5.0;
    double above = 0.0, above_fired = 0.0, below_fired = 0.0;
    for (std::size_t i = 0; i < n; ++i) {
        const double sum = rng.uniform(-10.0, 0.0);
        const double fired = step(sum + b);
        (sum >= -b ? above_fired : below_fired) += fired;
        above += sum >= -b;
    }
    report.print("\nof %.0f sums below -5 the kind teacher passes %s\n",
                 static_cast<double>(n) - above,
                 report.value("fires-below", "%.0f", below_fired).c_str());
    report.claim(
        {.id = "negative-sum",
         .statement = "With a bias the neuron fires although the sum of its "
                      "inputs is very small or negative.",
         .quantity = "share of the negative sums from −5 on at which it "
                     "fires, b = 5",
         .low = 1.0,
         .high = 1.0,
         .condition = "the sum is at least −b"},
        above_fired / above);
}
// [snip:claim-negative-sum]

}  // namespace

// [snip:show-teacher]
void show_teacher(const Options& options, Report& report) {
    report.section("teacher", "A strict teacher, and one with a head start of 5");
    struct Pupil {
        const char* name;
        std::vector<double> marks;
    };
    const std::vector<double> w{1.0, 1.0, 2.0};
    report.print("          marks     sum  passes   sum + 5  passes\n");
    for (const auto& [name, x] :
         {Pupil{"Ann", {1.0, 2.0, -2.0}}, Pupil{"Ben", {2.0, 2.0, -1.0}},
          Pupil{"Cleo", {-2.0, 0.0, -2.0}}}) {
        const double strict = weighted_sum<double>(w, x, 0.0);
        const double kind = weighted_sum<double>(w, x, 5.0);
        report.print(
            "  %-5s %2.0f %2.0f %2.0f   %4.0f    %.0f     %5.0f      %.0f\n", name,
            x[0], x[1], x[2], strict, step(strict), kind, step(kind));
    }
    claim_pass_mark(report);
    claim_negative_sum(options.seed, options.quick ? 10'000 : 100'000, report);
}
// [snip:show-teacher]

namespace {

// [snip:share-moved]
/// \brief The share of biases that move the place where a report rises.
template <class Reported>
double share_moved(Reported reported, std::uint32_t seed) {
    Rng rng(seed);
    constexpr int biases = 1'000;
    int moved = 0;
    for (int i = 0; i < biases; ++i) {
        const double b = rng.normal();
        const auto has_risen = [&](double sum) {
            return reported(sum, b) > reported(-10.0, b);
        };
        moved += measured_threshold(has_risen, -10.0, 10.0) != 0.0;
    }
    return static_cast<double>(moved) / biases;
}
// [snip:share-moved]

}  // namespace

// [snip:show-before-or-after]
void show_before_or_after(const Options& options, Report& report) {
    report.section("before", "A bias of 5, added before f and after it");
    report.print("        step        step       linear      linear\n");
    report.print(" sum   (sum + 5)   (sum) + 5   (sum + 5)   (sum) + 5\n");
    for (const double sum : {-6.0, -1.0, 2.0})
        report.print("%4.0f %8.0f %11.0f %11.0f %11.0f\n", sum, step(sum + 5.0),
                     step(sum) + 5.0, linear(sum + 5.0), linear(sum) + 5.0);
    const double before =
        share_moved([](double z, double b) { return step(z + b); }, options.seed);
    const double after =
        share_moved([](double z, double b) { return step(z) + b; }, options.seed);
    report.print("\nbiases that move the pass mark: before f %.0f %%, after f %s\n",
                 100.0 * before,
                 report.value("moved-after", "%.0f %%", 100.0 * after).c_str());
    report.claim(
        {.id = "before-f",
         .statement = "It matters that the bias is added before the "
                      "activation function.",
         .quantity = "share of biases that move the pass mark if added before "
                     "the step, less that if added after it",
         .low = 1.0,
         .high = 1.0,
         .condition = "f is not linear"},
        before - after);
}
// [snip:show-before-or-after]

}  // namespace nn
