#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "difference_steps.hpp"
#include "nn/difference.hpp"
#include "nn/gradient_check.hpp"
#include "nn/loss.hpp"
#include "nn/power_law.hpp"
#include "nn/sigmoid.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:error-of-step]
/// \brief The errors of both differences of softplus with one step, root mean
/// square over places around 1.
struct StepError {
    double step = 0.0, forward = 0.0, central = 0.0;
};

template <class T>
StepError error_of_step(int log2_step) {
    const T h = ldexp(T(1), -log2_step);
    constexpr int places = 32;
    double forward = 0.0, central = 0.0;
    for (int i = 0; i < places; ++i) {
        const T x = T(0.5) + T(i) / T(places);  // x ± h is exact
        const Real50 exact = sigmoid(Real50(x));
        const T one = forward_difference(softplus<T>, x, h);
        const T two = central_difference(softplus<T>, x, h);
        forward += static_cast<double>(pow(Real50(one) - exact, 2)) / places;
        central += static_cast<double>(pow(Real50(two) - exact, 2)) / places;
    }
    return {static_cast<double>(h), std::sqrt(forward), std::sqrt(central)};
}
// [snip:error-of-step]

// [snip:step-errors]
template <class T>
std::vector<StepError> step_errors(int stride) {
    std::vector<StepError> errors;
    for (int k = 2; k < std::numeric_limits<T>::digits - 1; k += stride)
        errors.push_back(error_of_step<T>(k));
    return errors;
}
// [snip:step-errors]

// [snip:best-of]
const StepError& best_of(const std::vector<StepError>& errors,
                         double StepError::*error) {
    const StepError* best = &errors.front();
    for (const StepError& each : errors)
        if (each.*error < best->*error) best = &each;
    return *best;
}
// [snip:best-of]

// [snip:report-precision]
/// \brief Prints the best steps of one precision beside theory; returns how far
/// apart they are, in powers of two.
template <class T>
double report_precision(const std::string& name, int stride, Report& report) {
    const std::vector<StepError> errors = step_errors<T>(stride);
    const double p = sigmoid(1.0), f2 = p * (1.0 - p), f3 = f2 * (1.0 - 2.0 * p);
    const double epsilon = std::ldexp(1.0, -std::numeric_limits<T>::digits);
    const double forward = best_forward_step(epsilon, softplus(1.0), f2);
    const double central = best_central_step(epsilon, softplus(1.0), f3);
    const StepError& best_forward = best_of(errors, &StepError::forward);
    const StepError& best_central = best_of(errors, &StepError::central);
    report.print(
        "%-10s one-sided  %9.1e %9.1e %12s\n", name.c_str(), forward,
        best_forward.step,
        report.value(name + "-forward", "%.0e", best_forward.forward).c_str());
    report.print(
        "%-10s central    %9.1e %9.1e %12s\n", "", central, best_central.step,
        report.value(name + "-central", "%.0e", best_central.central).c_str());
    Csv table({"step", "forward", "central"});
    for (const StepError& e : errors) table.row({e.step, e.forward, e.central});
    report.data("differences_" + name + ".csv", table);
    return std::max(std::abs(std::log2(best_forward.step / forward)),
                    std::abs(std::log2(best_central.step / central)));
}
// [snip:report-precision]

// [snip:claim-orders]
/// \brief How the error falls with the step, where rounding plays no part yet.
void claim_orders(Report& report) {
    std::vector<double> steps, forward, central;
    for (int k = 10; k <= 40; k += 5) {
        const StepError error = error_of_step<Real50>(k);
        steps.push_back(error.step);
        forward.push_back(error.forward), central.push_back(error.central);
    }
    report.claim({.id = "forward-order",
                  .statement = "The error of the one-sided difference falls as the "
                               "step does.",
                  .quantity = "slope of error against step, both logarithmic",
                  .low = 0.99,
                  .high = 1.01},
                 log_log_slope(steps, forward));
    report.claim({.id = "central-order",
                  .statement = "The error of the central difference falls as the "
                               "square of the step.",
                  .quantity = "slope of error against step, both logarithmic",
                  .low = 1.99,
                  .high = 2.01},
                 log_log_slope(steps, central));
}
// [snip:claim-orders]

}  // namespace

// [snip:show-difference-errors]
void show_difference_errors(Report& report) {
    report.section("differences", "The best step of a difference, and its error");
    report.print("%21s  %9s %9s %12s\n", "", "predicted", "measured",
                 "error there");
    double apart = report_precision<float>("float", 1, report);
    apart = std::max(apart, report_precision<double>("double", 1, report));
    apart = std::max(apart, report_precision<Real50>("50-digits", 4, report));
    report.claim(
        {.id = "best-step",
         .statement = "The best step lies where theory puts it.",
         .quantity = "largest distance from the prediction, in powers of 2",
         .low = 0.0,
         .high = 2.0},
        apart);
    claim_orders(report);
}
// [snip:show-difference-errors]

namespace {

// [snip:worst-slope]
/// \brief How far a slope is from the function's differences in 50 digits, at
/// worst, over the logits from −30 to 30.
template <class Function, class Slope>
double worst_slope(Function function, Slope slope) {
    Real50 worst = 0;
    for (int half = -60; half <= 60; ++half) {
        const double z = 0.5 * half;
        const Real50 exact =
            central_difference(function, Real50(z), Real50("1e-15"));
        worst = std::max(worst, Real50(abs(slope(sigmoid(z)) - exact)));
    }
    return static_cast<double>(worst);
}
// [snip:worst-slope]

}  // namespace

// [snip:show-slopes]
void show_slopes(Report& report) {
    report.section("slopes", "The slopes of this chapter against 50 digits");
    const double sigmoid_worst =
        worst_slope([](const Real50& z) { return sigmoid(z); },
                    [](double p) { return sigmoid_grad_from_output(p); });
    const double log_worst = worst_slope(
        [](const Real50& z) { return log_loss_from_logit(z, Real50(0)); },
        [](double p) { return log_loss_grad(p, 0.0); });
    const double square_worst =
        worst_slope([](const Real50& z) { return Real50(pow(sigmoid(z), 2)); },
                    [](double p) { return squared_error_grad(p, 0.0); });
    report.print("%-22s %12s\n", "slope of", "worst error");
    report.print("%-22s %12.1e\n", "the sigmoid", sigmoid_worst);
    report.print("%-22s %12.1e\n", "the log loss, y = 0", log_worst);
    report.print("%-22s %12.1e\n", "the squared error, y = 0", square_worst);
    report.claim(
        {.id = "what-it-said",
         .statement = "The slope of the log loss in the logit is p - y: what "
                      "was said less what was so.",
         .quantity = "worst error against 50-digit differences",
         .low = 0.0,
         .high = 4.5e-16},
        log_worst);
}
// [snip:show-slopes]

}  // namespace nn
