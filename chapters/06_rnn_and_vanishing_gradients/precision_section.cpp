#include <algorithm>
#include <limits>
#include <vector>

#include "error_flow.hpp"
#include "nn/gradient_check.hpp"
#include "sections.hpp"
#include "weights.hpp"

namespace nn {

namespace {

// [snip:float-network]
/// \brief A network all of whose numbers are floats, so that they are the same in
/// every precision.
struct FloatNetwork {
    Squashing squashing = Squashing::tanh;
    std::vector<float> W;
    std::vector<std::vector<float>> states;
    std::vector<float> last;  ///< the error at the end
};

/// \brief A number in another precision.
template <class T>
std::vector<T> in_precision(const std::vector<float>& numbers) {
    return {numbers.begin(), numbers.end()};
}

FloatNetwork random_network(std::size_t steps, Rng& rng) {
    constexpr std::size_t units = 8;
    const arma::fmat W =
        arma::conv_to<arma::fmat>::from(matrix_of_radius(units, 0.5, rng));
    FloatNetwork network{
        Squashing::tanh, {W.begin(), W.end()}, {}, std::vector<float>(units, 1)};
    std::vector<std::vector<float>> inputs;
    for (const std::vector<double>& each : normal_steps(steps, units, 0.1, rng))
        inputs.emplace_back(each.begin(), each.end());
    network.states = states_of<float>({network.squashing, network.W},
                                      std::vector<float>(units), inputs);
    return network;
}
// [snip:float-network]

// [snip:largest-slopes]
/// \brief The largest slope at distances 0, 1, …, T, computed in T.
template <class T>
std::vector<T> largest_slopes(const FloatNetwork& network) {
    const Recurrence<T> recurrence{network.squashing, in_precision<T>(network.W)};
    std::vector<T> slopes = in_precision<T>(network.last), largest;
    for (std::size_t t = network.states.size() + 1; t-- > 0;) {
        using std::abs;
        T most = 0;
        for (const T& slope : slopes) most = std::max(most, T(abs(slope)));
        largest.push_back(most);
        if (t > 0)
            slopes = error_back<T>(recurrence,
                                   in_precision<T>(network.states[t - 1]), slopes);
    }
    return largest;
}
// [snip:largest-slopes]

// [snip:first-below]
/// \brief The first distance at which a slope is smaller than the limit.
template <class T>
std::size_t first_below(const std::vector<T>& slopes, const T& limit) {
    return static_cast<std::size_t>(
        std::find_if(slopes.begin(), slopes.end(),
                     [&](const T& s) { return s < limit; }) -
        slopes.begin());
}

/// \brief Where a precision has no normal number left, and where none at all.
template <class T>
void print_underflow(const char* name, const std::vector<T>& slopes,
                     Report& report) {
    using Limits = std::numeric_limits<T>;
    report.print("%-8s below its normal numbers at %4s, zero at %4s\n", name,
                 report
                     .value(std::string(name) + "-subnormal", "%zu",
                            first_below(slopes, Limits::min()))
                     .c_str(),
                 report
                     .value(std::string(name) + "-zero", "%zu",
                            first_below(slopes, Limits::denorm_min()))
                     .c_str());
}
// [snip:first-below]

// [snip:halving]
/// \brief The first distance at which nothing is left of 1, halved each step.
template <class T>
double halvings_to_zero() {
    const FloatNetwork halving{Squashing::none,
                               {0.5F},
                               std::vector<std::vector<float>>(1100, {0.0F}),
                               {1.0F}};
    return static_cast<double>(first_below(largest_slopes<T>(halving),
                                           std::numeric_limits<T>::denorm_min()));
}

/// \brief The first distance at which a slope, halved each step, no longer changes
/// the sum of all nearer ones.
template <class T>
std::size_t lost_in_sum() {
    T sum = 1, slope = T(0.5);
    std::size_t distance = 1;
    for (; sum + slope != sum; slope /= 2, ++distance) sum += slope;
    return distance;
}
// [snip:halving]

// [snip:worst-of-float]
/// \brief The worst relative error of float's slopes down to a size.
double worst_of_float(const std::vector<float>& got,
                      const std::vector<Real50>& exact, double size) {
    double worst = 0.0;
    for (std::size_t t = 0; exact[t] > size; ++t)
        worst = std::max(worst,
                         static_cast<double>(abs(Real50(got[t]) / exact[t] - 1)));
    return worst;
}
// [snip:worst-of-float]

}  // namespace

// [snip:show-precision]
void show_precision(const Options& options, Report& report) {
    report.section("precision", "One product in three precisions");
    Rng rng(options.seed);
    const FloatNetwork network = random_network(1200, rng);
    const auto in_float = largest_slopes<float>(network);
    const auto in_double = largest_slopes<double>(network);
    const auto exact = largest_slopes<Real50>(network);
    report.print("%-8s %14s %14s %20s\n", "distance", "float", "double",
                 "50 digits");
    for (const std::size_t t : {10, 25, 50, 100, 120, 150, 300, 1000, 1200})
        report.print("%-8zu %14.6e %14.6e %20s\n", t,
                     static_cast<double>(in_float[t]), in_double[t],
                     exact[t].str(10, std::ios::scientific).c_str());
    // [snip:show-precision]
    // [snip:show-underflow]
    print_underflow("float", in_float, report);
    print_underflow("double", in_double, report);
    report.print(
        "useless, below a millionth: at %s\n",
        report.value("useless", "%zu", first_below(exact, Real50("1e-6"))).c_str());
    report.print(
        "halved each step, lost in the sum of the nearer ones:\n"
        "  in float at %zu, in double at %zu\n",
        lost_in_sum<float>(), lost_in_sum<double>());
    report.claim(
        {.id = "not-underflow",
         .statement = "Vanishing is not underflow: float knows the gradient's size "
                      "long after it is of no use.",
         .quantity = "worst relative error of float, down to 1e-30",
         .high = 1e-4},
        worst_of_float(in_float, exact, 1e-30));
    report.claim(
        {.id = "underflow-float",
         .statement = "Halved each step, a gradient is 0 in float after 150 steps.",
         .quantity = "first distance at which it is 0",
         .low = 150.0,
         .high = 150.0},
        halvings_to_zero<float>());
    report.claim({.id = "underflow-double",
                  .statement = "And in double after 1075.",
                  .quantity = "first distance at which it is 0",
                  .low = 1075.0,
                  .high = 1075.0},
                 halvings_to_zero<double>());
}
// [snip:show-underflow]

}  // namespace nn
