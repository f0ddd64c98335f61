#include <cmath>
#include <cstdio>
#include <string>

#include "naive.hpp"
#include "nn/gradient_check.hpp"
#include "nn/loss.hpp"
#include "nn/rng.hpp"
#include "nn/sigmoid.hpp"
#include "sections.hpp"

namespace nn {

// [snip:show-one-step]
void show_one_step(Report& report) {
    report.section("one-step", "One neuron, one example, one step");
    double w = 2.0, b = -1.0;
    const double x = 1.0, y = 0.0, learning_rate = 1.0;
    for (const char* when : {"before", "after"}) {
        const double z = w * x + b, p = sigmoid(z);
        const std::string id = when;
        report.print("%-6s  w %7.4f   b %7.4f   z %7.4f   p %s   loss %s\n", when,
                     w, b, z, report.value("p-" + id, "%.4f", p).c_str(),
                     report.value("loss-" + id, "%.4f", log_loss(p, y)).c_str());
        const double slope = log_loss_grad(p, y);
        report.print("        slope in z: p - y = %.4f\n", slope);
        w -= learning_rate * slope * x;
        b -= learning_rate * slope;
    }
}
// [snip:show-one-step]

// [snip:show-odds]
void show_odds(Report& report) {
    report.section("odds", "From odds to probability, and what each answer costs");
    report.print("%8s %12s %12s %14s %14s\n", "logit", "odds", "p", "loss if y = 1",
                 "loss if y = 0");
    for (const double z : {-5.0, -2.0, -1.0, 0.0, 1.0, 2.0, 5.0})
        report.print("%8.0f %12.4f %12.4f %14.4f %14.4f\n", z, std::exp(z),
                     sigmoid(z), log_loss_from_logit(z, 1.0),
                     log_loss_from_logit(z, 0.0));
    Csv table({"z", "p", "slope", "log1", "log0", "square1"});
    for (int tenth = -60; tenth <= 60; ++tenth) {
        const double z = 0.1 * tenth;
        const double p = sigmoid(z);
        table.row({z, p, sigmoid_grad_from_output(p), log_loss_from_logit(z, 1.0),
                   log_loss_from_logit(z, 0.0), (p - 1.0) * (p - 1.0)});
    }
    report.data("sigmoid.csv", table);
}
// [snip:show-odds]

namespace {

// [snip:first-place]
/// \brief The place between two numbers at which a property begins to hold.
template <class Property>
double first_place(double without, double with, Property holds) {
    while (true) {
        const double middle = 0.5 * (without + with);
        if (middle == without || middle == with) return with;
        (holds(middle) ? with : without) = middle;
    }
}
// [snip:first-place]

// [snip:claim-naive]
void claim_naive(Report& report) {
    const double lost =
        first_place(0.0, -100.0, [](double z) { return naive_softplus(z) == 0.0; });
    const double overflow = first_place(
        0.0, 1000.0, [](double z) { return std::isinf(naive_softplus(z)); });
    const double infinite = first_place(
        0.0, 100.0, [](double z) { return std::isinf(naive_log_loss(z, 0.0)); });
    report.print("log(1 + e^z) is 0 below %s and infinite above %s\n",
                 report.value("lost-at", "%.2f", lost).c_str(),
                 report.value("overflow-at", "%.2f", overflow).c_str());
    report.print("-log(1 - p) is infinite above %s\n",
                 report.value("infinite-at", "%.2f", infinite).c_str());
    report.claim({.id = "loss-lost",
                  .statement = "From a logit of -37 on the textbook loss is lost.",
                  .quantity = "the first z at which log(1 + e^z) is 0",
                  .low = -37.0,
                  .high = -36.0},
                 lost);
    report.claim({.id = "overflow",
                  .statement = "The textbook loss overflows at 709.78.",
                  .quantity = "the first z at which log(1 + e^z) is infinite",
                  .low = 709.78,
                  .high = 709.79},
                 overflow);
}
// [snip:claim-naive]

}  // namespace

namespace {

// [snip:ulps-off]
double ulps_off(double got, const Real50& exact) {
    const double near = static_cast<double>(exact);
    const double ulp = std::nextafter(near, 2.0) - near;
    return static_cast<double>(abs(Real50(got) - exact)) / ulp;
}

/// \brief A logit below 0 anywhere.
double any_logit(Rng& rng) {
    return rng.uniform(-40.0, 0.0);
}

/// \brief A logit for which e^z is a little above a power of two.
double aimed_logit(Rng& rng) {
    const int k = static_cast<int>(rng.integer(2, 16));
    const double above = std::ldexp(rng.uniform(0.0, 4.0), -k);
    return std::log1p(above) - k * std::log(2.0);
}
// [snip:ulps-off]

// [snip:worst-errors]
/// \brief Prints the worst errors of e / (1 + e) and of sigmoid() over 10,000
/// logits.
void print_worst_errors(const std::string& where, double (*draw)(Rng&),
                        std::uint32_t seed, Report& report) {
    Rng rng(seed);
    double written = 0.0, ours = 0.0;
    for (int i = 0; i < 10000; ++i) {
        const double z = draw(rng);
        const Real50 exact = sigmoid(Real50(z));
        const double e = std::exp(z);
        written = std::max(written, ulps_off(e / (1.0 + e), exact));
        ours = std::max(ours, ulps_off(sigmoid(z), exact));
    }
    report.print("  logits %-10s %12s %9s\n", where.c_str(),
                 report.value("written-" + where, "%.1f", written).c_str(),
                 report.value("ours-" + where, "%.1f", ours).c_str());
}
// [snip:worst-errors]

}  // namespace

namespace {

// [snip:as-written]
/// \brief A computed value as text; 0 without a sign, and NaN in words.
std::string as_written(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.3g", value == 0.0 ? 0.0 : value);
    return std::isnan(value) ? "NaN" : text;
}
// [snip:as-written]

}  // namespace

// [snip:show-naive]
void show_naive_forms(const Options& options, Report& report) {
    report.section("naive", "The same formulas, as written and as they must be");
    report.print("%6s%20s%22s%22s\n", "", "sigmoid", "softplus",
                 "log loss if y = 0");
    report.print("%6s %9s %9s   %9s %9s   %9s %9s\n", "z", "written", "ours",
                 "written", "ours", "written", "ours");
    for (const double z : {-745.0, -710.0, -40.0, -37.0, -20.0, 0.0, 40.0, 710.0})
        report.print("%6.0f %9s %9.3g   %9s %9.3g   %9s %9.3g\n", z,
                     as_written(naive_sigmoid(z)).c_str(), sigmoid(z),
                     as_written(naive_softplus(z)).c_str(), softplus(z),
                     as_written(naive_log_loss(z, 0.0)).c_str(),
                     log_loss_from_logit(z, 0.0));
    report.print("\nworst error, ulp    %12s %9s\n", "e / (1 + e)", "ours");
    print_worst_errors("anywhere", any_logit, options.seed, report);
    print_worst_errors("aimed", aimed_logit, options.seed, report);
    report.print("\n");
    claim_naive(report);
}
// [snip:show-naive]

namespace {

// [snip:steps-to-right]
/// \brief How many steps of rate 1 lead from z to a logit of the right side, y = 1.
template <class Slope>
double steps_to_right(double z, Slope slope, double most) {
    double steps = 0.0;
    for (; z <= 0.0 && steps < most; ++steps) z -= slope(sigmoid(z), 1.0);
    return steps;
}
// [snip:steps-to-right]

}  // namespace

// [snip:show-squared-error]
void show_squared_error(const Options& options, Report& report) {
    report.section("squared-error", "Steps until a wrong neuron is right");
    const double most = options.quick ? 1e5 : 1e6;
    double ratio = 0.0;
    Csv table({"z", "log", "square"});
    report.print("%6s %12s %15s %12s\n", "z", "log loss", "squared error",
                 "predicted");
    for (const double z : {-1.0, -2.0, -4.0, -6.0, -8.0, -10.0}) {
        const double by_log = steps_to_right(z, log_loss_grad<double>, most);
        const double by_square =
            steps_to_right(z, squared_error_grad<double>, most);
        report.print("%6.0f %12.0f %15.0f %12.0f\n", z, by_log, by_square,
                     0.5 * std::exp(-z));
        table.row({z, by_log, by_square});
        ratio = by_square / by_log;
    }
    report.data("squared_error.csv", table);
    report.value("square-ratio", "%.0f", ratio);
    report.claim({.id = "squared-error-slow",
                  .statement = "Behind a sigmoid, the squared error learns slowly "
                               "where it is very wrong.",
                  .quantity = "times as many steps as the log loss, from z = -10",
                  .low = 100.0},
                 ratio);
}
// [snip:show-squared-error]

}  // namespace nn
