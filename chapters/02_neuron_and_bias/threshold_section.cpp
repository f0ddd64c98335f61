#include <algorithm>
#include <array>
#include <cmath>

#include "geometry.hpp"
#include "nn/activation.hpp"
#include "nn/rng.hpp"
#include "nn/sigmoid.hpp"
#include "sections.hpp"

namespace nn {

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
