#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "activation.hpp"
#include "geometry.hpp"
#include "neuron.hpp"
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

// [snip:share-changed]
/// \brief The share of sums and biases at which f(z + b) and f(z) + b differ.
double share_changed(double (*f)(double), std::uint32_t seed) {
    Rng rng(seed);
    constexpr int tries = 10'000;
    int changed = 0;
    for (int i = 0; i < tries; ++i) {
        const double z = rng.normal();
        const double b = rng.normal();
        changed += std::abs(f(z + b) - (f(z) + b)) > 1e-12;
    }
    return static_cast<double>(changed) / tries;
}
// [snip:share-changed]

}  // namespace

// [snip:show-before-or-after]
void show_before_or_after(const Options& options, Report& report) {
    report.section("before", "A bias of 5, added before f and after it");
    report.print("   sum   step(sum + 5)   step(sum) + 5\n");
    for (const double sum : {-6.0, -1.0, 2.0})
        report.print("%6.0f %15.0f %15.0f\n", sum, step(sum + 5.0),
                     step(sum) + 5.0);
    const double of_step = share_changed(step<double>, options.seed);
    const double of_sigmoid = share_changed(sigmoid<double>, options.seed);
    report.print(
        "\nwhere the order matters: step %.0f %%, sigmoid %.0f %%, linear %.0f "
        "%%\n",
        100.0 * of_step, 100.0 * of_sigmoid,
        100.0 * share_changed(linear<double>, options.seed));
    report.claim(
        {.id = "before-f",
         .statement = "It matters that the bias is added before the "
                      "activation function.",
         .quantity = "share of sums and biases at which the order matters: "
                     "step or sigmoid, the smaller",
         .low = 0.99,
         .high = 1.0,
         .condition = "f is not linear"},
        std::min(of_step, of_sigmoid));
}
// [snip:show-before-or-after]

namespace {

// [snip:change-of-mind]
/// \brief Where the neuron step(w x + b) changes its mind, found by asking it.
double change_of_mind(double w, double b) {
    const double side = w > 0.0 ? 1.0 : -1.0;  // on which side it fires
    const auto fires = [&](double x) { return step(w * (side * x) + b) == 1.0; };
    const double far = 2.0 * std::abs(b / w) + 1.0;
    return side * measured_threshold(fires, -far, far);
}
// [snip:change-of-mind]

// [snip:claim-threshold]
void claim_threshold(std::uint32_t seed, std::size_t neurons, Report& report) {
    Rng rng(seed);
    double worst = 0.0;
    for (std::size_t i = 0; i < neurons; ++i) {
        const double w = rng.normal();
        const double b = rng.normal();
        const double expected = threshold(w, b);
        worst = std::max(worst, std::abs(change_of_mind(w, b) / expected - 1.0));
    }
    report.claim({.id = "threshold",
                  .statement = "The bias sets the threshold of activation.",
                  .quantity = "largest relative distance between the measured "
                              "threshold and −b / w",
                  .low = 0.0,
                  .high = 4.5e-16},
                 worst);
}
// [snip:claim-threshold]

// [snip:claim-shift]
void claim_shift(std::uint32_t seed, std::size_t neurons, Report& report) {
    Rng rng(seed);
    double worst = 0.0;
    for (std::size_t i = 0; i < neurons; ++i) {
        const double w = rng.normal();
        const double b = rng.normal();
        const double x = rng.normal();
        const double moved = w * (x - threshold(w, b));
        worst = std::max({worst, std::abs(linear(w * x + b) - linear(moved)),
                          std::abs(sigmoid(w * x + b) - sigmoid(moved))});
    }
    report.claim(
        {.id = "shift",
         .statement = "The bias shifts the graph of the activation function "
                      "to the left or to the right.",
         .quantity = "largest difference between f(w x + b) and the graph of "
                     "f(w x), shifted by −b / w",
         .low = 0.0,
         .high = 1e-12,
         .condition = "the weight is not zero"},
        worst);
}
// [snip:claim-shift]

// [snip:claim-lowered]
void claim_lowered(std::uint32_t seed, std::size_t neurons, Report& report) {
    Rng rng(seed);
    double positive = 0.0, lowered = 0.0, lowered_of_negative = 0.0;
    for (std::size_t i = 0; i < neurons; ++i) {
        const double w = rng.normal();
        const double b = 1.0 - rng.uniform();  // never 0
        const bool fell = change_of_mind(w, b) < 0.0;
        positive += w > 0.0;
        (w > 0.0 ? lowered : lowered_of_negative) += fell;
    }
    report.value("lowered-negative", "%.0f",
                 lowered_of_negative / (static_cast<double>(neurons) - positive));
    report.claim(
        {.id = "lowered",
         .statement = "A positive bias lowers the threshold.",
         .quantity = "share of neurons with a positive weight whose threshold "
                     "fell",
         .low = 1.0,
         .high = 1.0,
         .condition = "the weight is positive, or the threshold is one of the "
                      "weighted sum"},
        lowered / positive);
}
// [snip:claim-lowered]

// [snip:graphs-data]
void write_graphs(Report& report) {
    Csv table({"x", "f", "minus", "zero", "plus"});
    const std::array<double (*)(double), 3> functions{step<double>, linear<double>,
                                                      sigmoid<double>};
    for (std::size_t f = 0; f < functions.size(); ++f)
        for (double x = -6.0; x <= 6.0; x += 0.1)
            table.row({x, static_cast<double>(f), functions[f](x - 2.0),
                       functions[f](x), functions[f](x + 2.0)});
    report.data("graphs.csv", table);
}
// [snip:graphs-data]

}  // namespace

// [snip:show-threshold]
void show_threshold(const Options& options, Report& report) {
    report.section("threshold", "Where a neuron with one input changes its mind");
    report.print("   b     w = 1    w = 4    w = -1\n");
    for (const double b : {-2.0, -1.0, 1.0, 2.0})
        report.print("%4.0f %9.2f %8.2f %9.2f\n", b, change_of_mind(1.0, b),
                     change_of_mind(4.0, b), change_of_mind(-1.0, b));
    const std::size_t neurons = options.quick ? 1'000 : 10'000;
    claim_threshold(options.seed, neurons, report);
    claim_shift(options.seed, neurons, report);
    claim_lowered(options.seed, neurons, report);
    write_graphs(report);
}
// [snip:show-threshold]

}  // namespace nn
