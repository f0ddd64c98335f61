#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "geometry.hpp"
#include "nn/activation.hpp"
#include "nn/neuron.hpp"
#include "nn/rng.hpp"
#include "nn/sigmoid.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:inputs]
/// \brief Pairs of standard normal numbers.
std::vector<std::vector<double>> normal_pairs(std::size_t n, Rng& rng) {
    std::vector<std::vector<double>> pairs(n, std::vector<double>(2));
    for (std::vector<double>& pair : pairs) rng.fill_normal(pair);
    return pairs;
}

double measured_share(const std::vector<double>& w, double b,
                      const std::vector<std::vector<double>>& inputs) {
    double fired = 0.0;
    for (const std::vector<double>& x : inputs)
        fired += step(weighted_sum<double>(w, x, b));
    return fired / static_cast<double>(inputs.size());
}
// [snip:inputs]

// [snip:claim-share]
void claim_share(const std::vector<std::vector<double>>& inputs, Rng& rng,
                 Report& report) {
    double worst = 0.0;
    for (int neuron = 0; neuron < 100; ++neuron) {
        const std::vector<double> w{rng.normal(), rng.normal()};
        const double b = rng.normal();
        const double p = share_that_fires(w, b);
        const double spread =
            std::sqrt(p * (1.0 - p) / static_cast<double>(inputs.size()));
        worst =
            std::max(worst, std::abs(measured_share(w, b, inputs) - p) / spread);
    }
    report.claim(
        {.id = "share",
         .statement = "How often a neuron fires is decided by b / ‖w‖, not by "
                      "b alone.",
         .quantity = "worst distance from the formula over 100 neurons, in "
                     "standard deviations",
         .low = 0.0,
         .high = 5.0},
        worst);
}
// [snip:claim-share]

// [snip:claim-easier]
void claim_easier(const std::vector<std::vector<double>>& inputs, Rng& rng,
                  Report& report) {
    double least_rise = 1.0, least_fall = 1.0;
    for (int neuron = 0; neuron < 100; ++neuron) {
        const std::vector<double> w{rng.normal(), rng.normal()};
        const double b = length_of(w) * (0.1 + rng.uniform());
        const double without = measured_share(w, 0.0, inputs);
        least_rise = std::min(least_rise, measured_share(w, b, inputs) - without);
        least_fall = std::min(least_fall, without - measured_share(w, -b, inputs));
    }
    report.claim(
        {.id = "easier",
         .statement = "If b is positive, it is easier for the neuron to fire.",
         .quantity = "smallest rise of the share that fires, over 100 neurons with "
                     "b from 0.1 to 1.1 lengths of the weights",
         .low = 0.01,
         .high = 1.0},
        least_rise);
    report.claim(
        {.id = "harder",
         .statement = "If b is negative, it is harder for the neuron to fire.",
         .quantity = "smallest fall of the share that fires, over 100 neurons with "
                     "−b from 0.1 to 1.1 lengths of the weights",
         .low = 0.01,
         .high = 1.0},
        least_fall);
}
// [snip:claim-easier]

// [snip:claim-lazy]
void claim_lazy(const std::vector<std::vector<double>>& inputs, Report& report) {
    const std::vector<double> w{0.6, 0.8};  // of length 1
    constexpr double b = -3.0;
    double weakest = std::numeric_limits<double>::infinity();
    for (const std::vector<double>& x : inputs)
        if (step(weighted_sum<double>(w, x, b)) == 1.0)
            weakest = std::min(weakest, weighted_sum<double>(w, x, 0.0));
    report.value("lazy-share", "%.2f %%", 100.0 * measured_share(w, b, inputs));
    report.value("long-share", "%.0f %%",
                 100.0 * measured_share({1.8, 2.4}, b, inputs));
    report.claim(
        {.id = "lazy",
         .statement = "A negative bias can make the neuron lazy: it fires only "
                      "at a very strong signal.",
         .quantity = "the weakest sum at which it fires, b = −3",
         .low = 3.0,
         .high = 3.5},
        weakest);
}
// [snip:claim-lazy]

// [snip:firing-data]
void write_firing(const std::vector<std::vector<double>>& inputs, Report& report) {
    const std::vector<double> w{0.6, 0.8}, three_w{1.8, 2.4};
    Csv expected({"b", "short", "long"}), measured({"b", "short", "long"});
    for (double b = -6.0; b <= 6.0; b += 0.125)
        expected.row({b, share_that_fires(w, b), share_that_fires(three_w, b)});
    for (double b = -6.0; b <= 6.0; b += 1.0)
        measured.row(
            {b, measured_share(w, b, inputs), measured_share(three_w, b, inputs)});
    report.data("firing_expected.csv", expected);
    report.data("firing_measured.csv", measured);
}
// [snip:firing-data]

}  // namespace

// [snip:show-firing]
void show_firing(const Options& options, Report& report) {
    report.section("firing", "How often a neuron fires, against its bias");
    Rng rng(options.seed);
    const std::vector<std::vector<double>> inputs =
        normal_pairs(options.quick ? 20'000 : 100'000, rng);
    report.print("   b    weights of length 1    of length 3\n");
    for (const double b : {-3.0, -1.0, 0.0, 1.0, 3.0})
        report.print("%4.0f %14.1f %% %16.1f %%\n", b,
                     100.0 * measured_share({0.6, 0.8}, b, inputs),
                     100.0 * measured_share({1.8, 2.4}, b, inputs));
    claim_easier(inputs, rng, report);
    claim_lazy(inputs, report);
    claim_share(inputs, rng, report);
    write_firing(inputs, report);
}
// [snip:show-firing]

namespace {

// [snip:claim-boundary]
void claim_boundary_through_zero(std::uint32_t seed, Report& report) {
    Rng rng(seed);
    const std::vector<double> zero(2);
    double farthest = 0.0;
    for (int neuron = 0; neuron < 1000; ++neuron) {
        const std::vector<double> w{rng.normal(), rng.normal()};
        farthest = std::max(farthest, std::abs(signed_distance(w, zero, 0.0)));
    }
    report.claim(
        {.id = "boundary-through-zero",
         .statement = "Without a bias the boundary of the neuron always passes "
                      "through the point zero.",
         .quantity = "largest distance of the point zero from the boundary, "
                     "over 1,000 neurons",
         .low = 0.0,
         .high = 0.0},
        farthest);
}
// [snip:claim-boundary]

}  // namespace

// [snip:show-zero]
void show_zero(const Options& options, Report& report) {
    report.section("zero", "What a neuron says at the point zero");
    const auto row = [&](const char* name, double (*f)(double)) {
        report.print("%-8s %8.4f %9.4f %9.4f\n", name, f(-2.0), f(0.0), f(2.0));
        return std::abs(f(0.0));
    };
    report.print("f          b = -2     b = 0     b = 2\n");
    double largest = row("linear", linear<double>);
    largest = std::max(largest, row("step", step<double>));
    largest = std::max(largest, row("sigmoid", sigmoid<double>));
    report.claim(
        {.id = "through-zero",
         .statement =
             "Without a bias the neuron always passes through the point zero.",
         .quantity = "largest output at the input zero, over three activation "
                     "functions",
         .low = 0.0,
         .high = 0.0},
        largest);
    claim_boundary_through_zero(options.seed, report);
}
// [snip:show-zero]

}  // namespace nn
