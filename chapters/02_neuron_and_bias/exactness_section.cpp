#include <algorithm>
#include <cmath>

#include "nn/affine.hpp"
#include "nn/gradient_check.hpp"
#include "nn/neuron.hpp"
#include "nn/rng.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:three-ways]
/// \brief How often the three ways to add differ, and how far they are off.
struct ThreeWays {
    double dot_differs = 0.0, layer_differs = 0.0;  ///< shares of the neurons
    double worst = 0.0;                             ///< error over its bound
};

ThreeWays compare_three_ways(const arma::mat& W, const arma::vec& x,
                             const arma::vec& b) {
    ThreeWays result;
    const arma::mat Z = affine(W, x, b);  // neurons × 1
    for (arma::uword k = 0; k < W.n_rows; ++k) {
        const arma::vec w = W.row(k).t();  // inputs
        const double by_loop = weighted_sum<double>(w, x, b[k]);
        const double by_dot = sum_by_dot(w, x, b[k]);
        result.dot_differs += by_dot != by_loop;
        result.layer_differs += Z(k, 0) != by_loop;
        std::vector<Real50> exact_w(w.begin(), w.end()),
            exact_x(x.begin(), x.end());
        const Real50 exact = weighted_sum<Real50>(exact_w, exact_x, Real50(b[k]));
        for (const double sum : {by_loop, by_dot, Z(k, 0)})
            result.worst =
                std::max(result.worst, static_cast<double>(abs(sum - exact)) /
                                           rounding_bound(w, x, b[k]));
    }
    result.dot_differs /= static_cast<double>(W.n_rows);
    result.layer_differs /= static_cast<double>(W.n_rows);
    return result;
}
// [snip:three-ways]

// [snip:draw-layer]
template <class Draw>
ThreeWays drawn_layer(arma::uword neurons, arma::uword inputs, Draw draw) {
    arma::mat W(neurons, inputs);  // neurons × inputs
    arma::vec x(inputs), b(neurons);
    W.imbue(draw);
    x.imbue(draw);
    b.imbue(draw);
    return compare_three_ways(W, x, b);
}
// [snip:draw-layer]

}  // namespace

// [snip:show-exactness]
void show_exactness(const Options& options, Report& report) {
    report.section("exactness", "One sum, three orders of adding");
    Rng rng(options.seed);
    const arma::uword neurons = options.quick ? 200 : 2000;
    const auto fraction = [&] { return rng.normal(); };
    const auto whole = [&] { return static_cast<double>(rng.integer(-9, 10)); };
    const ThreeWays two = drawn_layer(neurons, 2, fraction);
    const ThreeWays many = drawn_layer(neurons, 200, fraction);
    const ThreeWays wholes = drawn_layer(neurons, 200, whole);
    report.print("                       unlike the loop, to the last bit\n");
    report.print(
        "                       dot product      layer    error / bound\n");
    const auto row = [&](const char* name, const ThreeWays& ways) {
        report.print("%-22s %9.1f %% %8.1f %% %12.3f\n", name,
                     100.0 * ways.dot_differs, 100.0 * ways.layer_differs,
                     ways.worst);
    };
    row("2 inputs, fractions", two);
    row("200 inputs, fractions", many);
    row("200 inputs, whole", wholes);
    report.value("layer-differs-two", "%.0f %%", 100.0 * two.layer_differs);
    report.value("dot-differs", "%.0f %%", 100.0 * many.dot_differs);
    report.claim(
        {.id = "any-order",
         .statement = "The pairs may be taken in any order: loop, dot product "
                      "and layer give the same sum.",
         .quantity = "share of neurons with 200 inputs, all whole numbers, "
                     "whose sums differ",
         .low = 0.0,
         .high = 0.0,
         .condition = "no addition rounds, as with small whole numbers"},
        std::max(wholes.dot_differs, wholes.layer_differs));
    report.claim(
        {.id = "rounding",
         .statement = "Whatever the order, rounding stays within its bound.",
         .quantity = "largest error, over its bound",
         .low = 0.0,
         .high = 1.0},
        std::max({two.worst, many.worst, wholes.worst}));
}
// [snip:show-exactness]

}  // namespace nn
