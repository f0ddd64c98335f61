#include <algorithm>
#include <vector>

#include "error_flow.hpp"
#include "sections.hpp"
#include "weights.hpp"

namespace nn {

namespace {

// [snip:worst-of-bound]
/// \brief The largest singular value of ∂h_T / ∂h_0 as a share of its bound, over
/// random networks with γ σ = 0.95 and all T up to 50.
double worst_of_bound(Squashing squashing, std::size_t networks, Rng& rng) {
    constexpr std::size_t steps = 50, units = 10;
    const double gamma = steepest_slope(squashing), sigma = 0.95 / gamma;
    double worst = 0.0;
    for (std::size_t i = 0; i < networks; ++i) {
        arma::mat W = matrix_of_radius(units, 1.0, rng);  // n × n
        W *= sigma / arma::norm(W, 2);
        const Recurrence<double> recurrence{squashing, numbers_of(W)};
        const auto inputs = normal_steps(steps, units, 0.1, rng);
        const auto states =
            states_of<double>(recurrence, std::vector<double>(units), inputs);
        for (std::size_t t = 1; t <= steps; t += 7) {
            const arma::mat product =
                jacobian_product(recurrence, std::span(states).first(t));
            worst = std::max(
                worst, arma::norm(product, 2) / vanishing_bound(gamma, sigma, t));
        }
    }
    return worst;
}
// [snip:worst-of-bound]

// [snip:shear]
/// \brief Largest singular value of W^T of a shear: both of its units halve
/// themselves, and one shouts at the other.
double shear_norm(std::size_t steps) {
    const Recurrence<double> shear{Squashing::none, {0.5, 0.0, 10.0, 0.5}};
    const std::vector<std::vector<double>> states(steps, std::vector<double>(2));
    return arma::norm(jacobian_product(shear, states), 2);
}
// [snip:shear]

}  // namespace

// [snip:show-bound]
void show_bound(const Options& options, Report& report) {
    report.section("bound", "Singular values: what must vanish, and what may grow");
    Rng rng(options.seed);
    const std::size_t networks = options.quick ? 10 : 50;
    const double worst =
        std::max(worst_of_bound(Squashing::tanh, networks, rng),
                 worst_of_bound(Squashing::sigmoid, networks, rng));
    report.claim(
        {.id = "bound-sufficient",
         .statement = "Where the largest singular value is below 1/gamma, the "
                      "gradient vanishes at least as fast as the bound says.",
         .quantity = "largest share of the bound, tanh and sigmoid",
         .high = 1.0 + 1e-12},
        worst);
    report.print("\nshear (0.5 10; 0 0.5): largest singular value %.2f\n",
                 shear_norm(1));
    report.print("%-8s", "steps");
    for (const std::size_t t : {1, 2, 3, 5, 10, 20, 50, 100})
        report.print(" %6zu", t);
    report.print("\n%-8s", "left");
    for (const std::size_t t : {1, 2, 3, 5, 10, 20, 50, 100})
        report.print(" %6.0e", shear_norm(t));
    report.print("\n");
    report.claim(
        {.id = "bound-only-necessary",
         .statement = "Above 1/gamma nothing follows: a matrix whose largest "
                      "singular value is 10 lets the gradient vanish.",
         .quantity = "share left after 100 steps of the shear",
         .high = 1e-20},
        shear_norm(100));
}
// [snip:show-bound]

}  // namespace nn
