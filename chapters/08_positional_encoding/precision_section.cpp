#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

#include "nn/gradient_check.hpp"
#include "nn/positional_encoding.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:worst-sinusoid]
constexpr std::size_t far_width = 128;

/// \brief The sinusoids of a position, in 50 digits.
std::vector<Real50> exact_sinusoids(std::size_t position) {
    std::vector<Real50> exact;
    for (std::size_t i = 0; i < far_width; ++i)
        exact.push_back(sinusoid<Real50>(Real50(position), i, far_width));
    return exact;
}

/// \brief The largest error of the numbers that a way to compute gives.
template <class Compute>
double worst_sinusoid(const std::vector<Real50>& exact, const Compute& compute) {
    double worst = 0;
    for (std::size_t i = 0; i < exact.size(); ++i)
        worst = std::max(worst,
                         static_cast<double>(abs(Real50(compute(i)) - exact[i])));
    return worst;
}
// [snip:worst-sinusoid]

// [snip:usual-sinusoid]
/// \brief In float throughout, with the speed as many programs compute it.
float usual_sinusoid(float position, std::size_t i) {
    const float step = -std::log(10000.0F) / float(far_width);
    const float angle = position * std::exp(float(i / 2 * 2) * step);
    return i % 2 == 0 ? std::sin(angle) : std::cos(angle);
}
// [snip:usual-sinusoid]

// [snip:far-errors]
/// \brief The worst errors at a position, one a way to compute.
struct FarErrors {
    double usual, all_float, all_double, rounded_last;
};

FarErrors far_errors(std::size_t position) {
    const std::vector<Real50> exact = exact_sinusoids(position);
    const auto in_double = [&](std::size_t i) {
        return sinusoid<double>(double(position), i, far_width);
    };
    return {
        worst_sinusoid(
            exact,
            [&](std::size_t i) { return usual_sinusoid(float(position), i); }),
        worst_sinusoid(exact,
                       [&](std::size_t i) {
                           return sinusoid<float>(float(position), i, far_width);
                       }),
        worst_sinusoid(exact, in_double), worst_sinusoid(exact, [&](std::size_t i) {
            return static_cast<float>(in_double(i));
        })};
}
// [snip:far-errors]

// [snip:print-angle]
/// \brief Where the error of a number comes from: of clock 1, at a million.
void print_angle(Report& report) {
    constexpr std::size_t pair = 1;
    const float position = 1e6F, speed = clock_speed<float>(pair, far_width);
    const Real50 exact = clock_speed<Real50>(pair, far_width);
    const Real50 kept = Real50(position) * Real50(speed);  // nothing rounded
    const auto error = [](const Real50& difference) {
        return static_cast<double>(difference);
    };
    report.print("the angle of clock 1 at a million, in float: %.1f\n",
                 double(position * speed));
    report.print("  off because its speed is rounded      %8s\n",
                 report
                     .value("angle-off-by-speed", "%.4f",
                            error(kept - Real50(position) * exact))
                     .c_str());
    report.print("  off because the product is rounded    %8s\n",
                 report
                     .value("angle-off-by-product", "%.4f",
                            error(Real50(position * speed) - kept))
                     .c_str());
    report.print("  distance to the next float            %8s\n",
                 report
                     .value("angle-spacing", "%.4f",
                            double(std::nextafter(position * speed, 2e6F) -
                                   position * speed))
                     .c_str());
}
// [snip:print-angle]

// [snip:claim-precision]
void claim_precision(const FarErrors& million, Report& report) {
    const auto claim = [&](const char* id, const char* statement, double low,
                           double high, double measured) {
        report.claim({.id = id,
                      .statement = statement,
                      .quantity = "largest error at position 1,000,000, d = 128",
                      .low = low,
                      .high = high},
                     measured);
    };
    const double none = -std::numeric_limits<double>::infinity();
    claim("clocks-double", "In double, sinusoids are good for a million tokens.",
          none, 2e-10, million.all_double);
    claim("clocks-float", "In float, they lose whole digits there.", 1e-3,
          std::numeric_limits<double>::infinity(), million.all_float);
    claim("clocks-rounded-last",
          "Computed in double and rounded last, they fit into float.", none, 6e-8,
          million.rounded_last);
}
// [snip:claim-precision]

}  // namespace

// [snip:show-precision]
void show_precision(Report& report) {
    report.section("precision", "Sinusoids far along: the largest error of 128");
    report.print("%9s %11s %11s %11s %15s\n", "position", "as usual", "float",
                 "double", "double to float");
    FarErrors last{};
    for (const std::size_t position : {10, 1'000, 10'000, 100'000, 1'000'000}) {
        last = far_errors(position);
        report.print("%9zu %11.1e %11.1e %11.1e %15.1e\n", position, last.usual,
                     last.all_float, last.all_double, last.rounded_last);
    }
    report.value("million-usual", "%.2f", last.usual);
    report.value("million-float", "%.2f", last.all_float);
    report.value("million-double", "%.0e", last.all_double);
    print_angle(report);
    claim_precision(last, report);
}
// [snip:show-precision]

}  // namespace nn
