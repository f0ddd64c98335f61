#include <cmath>
#include <string>
#include <vector>

#include "gelu.hpp"
#include "layer_norm.hpp"
#include "nn/rng.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:plain-normal]
/// \brief Each column normalised, with gains of 1 and biases of 0.
arma::mat normalised(const arma::mat& X) {
    ParameterLayout layout;
    const LayerNorm<double> norm(layout, "norm", X.n_rows);
    const arma::vec parameters =
        arma::join_cols(arma::vec(X.n_rows, arma::fill::ones), arma::vec(X.n_rows));
    LayerNormPass<double> pass;
    norm.forward(layout, {parameters.memptr(), parameters.n_elem}, X, pass);
    return pass.Y;
}
// [snip:plain-normal]

// [snip:print-normalise]
/// \brief Every step on four numbers; the same times 100 beside it.
void print_normalise(Report& report) {
    const arma::vec x{2, 4, 4, 6};
    const double mean = arma::mean(x), variance = arma::var(x, 1);
    const arma::vec y = normalised(x), longer = normalised(100 * x);
    report.print("mean %s, variance %s\n",
                 report.value("normalise-mean", "%g", mean).c_str(),
                 report.value("normalise-variance", "%g", variance).c_str());
    report.print("%6s %8s %12s %20s\n", "x", "x - mean", "normalised",
                 "100 x normalised");
    for (arma::uword i = 0; i < 4; ++i)
        report.print("%6g %8g %12.6f %20.6f\n", x(i), x(i) - mean, y(i), longer(i));
    report.value("normalise-last", "%.6f", y(3));
    report.value("normalise-last-longer", "%.6f", longer(3));
    const arma::vec same = normalised(arma::vec(4).fill(3));
    report.print("four equal numbers: %g %g %g %g\n", same(0), same(1), same(2),
                 same(3));
    const double without = (3.0 - 3.0) / std::sqrt(0.0);
    report.print("the same without epsilon: %s\n\n",
                 std::isnan(without) ? "not a number" : "a number");
}
// [snip:print-normalise]

// [snip:print-gelu]
void print_gelu(Report& report) {
    report.section("gelu", "A unit that is more or less open");
    report.print("%6s %10s %10s\n", "x", "gelu", "slope");
    for (const double x : {-3.0, -1.0, -0.5, 0.0, 0.5, 1.0, 3.0})
        report.print("%6g %10.6f %10.6f\n", x, gelu(x), gelu_grad(x));
    report.value("gelu-minus-1", "%.4f", gelu(-1.0));
    report.value("gelu-1", "%.4f", gelu(1.0));
    report.value("gelu-3", "%.4f", gelu(3.0));
}
// [snip:print-gelu]

}  // namespace

// [snip:show-normalise]
void show_normalise(const Options& options, Report& report) {
    report.section("normalise", "Four numbers brought to one size");
    print_normalise(report);
    Rng rng(options.seed);
    arma::mat X(64, 1000);  // 64 × 1000
    rng.fill_normal({X.memptr(), X.n_elem});
    const double off = arma::abs(normalised(100 * X) - normalised(X)).max();
    report.claim({.id = "length-forgotten",
                  .statement = "A vector 100 times as long comes out the same.",
                  .quantity = "largest difference, 1000 vectors of 64 numbers",
                  .high = 1e-4},
                 off);
    print_gelu(report);
}
// [snip:show-normalise]

}  // namespace nn
