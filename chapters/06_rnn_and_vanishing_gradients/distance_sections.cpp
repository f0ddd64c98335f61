#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "error_flow.hpp"
#include "sections.hpp"
#include "weights.hpp"

namespace nn {

namespace {

// [snip:lengths-of-run]
using Lengths = std::vector<double>;

/// \brief A network that reads noise, and the lengths of an error of length 1 at
/// its end, step by step back.
Lengths lengths_of_run(Squashing squashing, const arma::mat& W, std::size_t steps,
                       double noise, Rng& rng) {
    const Recurrence<double> recurrence{squashing, numbers_of(W)};
    const auto inputs = normal_steps(steps, W.n_rows, noise, rng);
    const arma::vec last =
        arma::normalise(arma::vec(normal_steps(1, W.n_rows, 1.0, rng)[0]));
    const auto states =
        states_of<double>(recurrence, std::vector<double>(W.n_rows), inputs);
    return error_lengths(recurrence, states, {last.begin(), last.end()});
}
// [snip:lengths-of-run]

// [snip:radius-lengths]
constexpr std::array radii{0.5, 0.9, 1.0, 1.1, 1.5};
constexpr std::size_t farthest = 100;

/// \brief The geometric mean of the lengths over several networks of a radius.
Lengths mean_lengths(double radius, std::uint32_t seed) {
    constexpr std::size_t networks = 10, units = 50;
    Rng rng(seed);
    Lengths logs(farthest + 1);
    for (std::size_t i = 0; i < networks; ++i) {
        const arma::mat W = matrix_of_radius(units, radius, rng);
        const Lengths run = lengths_of_run(Squashing::tanh, W, farthest, 0.1, rng);
        for (std::size_t t = 0; t <= farthest; ++t)
            logs[t] += std::log(run[t]) / networks;
    }
    for (double& length : logs) length = std::exp(length);
    return logs;
}
// [snip:radius-lengths]

// [snip:print-radii]
std::vector<Lengths> print_radii(const Options& options, Report& report) {
    std::vector<Lengths> all(radii.size());
    for_each_shard(radii.size(), options.threads, [&](std::size_t i) {
        all[i] = mean_lengths(radii[i], options.seed);
    });
    report.print("%-10s %10s %10s %10s %12s\n", "radius", "10 steps", "50 steps",
                 "100 steps", "linear, 100");
    for (std::size_t i = 0; i < radii.size(); ++i)
        report.print(
            "%-10g %10.1e %10.1e %10s %12.1e\n", radii[i], all[i][10], all[i][50],
            report.value("radius-" + std::to_string(i), "%.0e", all[i][farthest])
                .c_str(),
            vanishing_bound(1.0, radii[i], farthest));
    Csv table({"distance", "0.5", "0.9", "1", "1.1", "1.5"});
    for (std::size_t t = 0; t <= farthest; ++t) {
        std::vector<CsvCell> row(all.size() + 1, static_cast<double>(t));
        for (std::size_t i = 0; i < all.size(); ++i) row[i + 1] = all[i][t];
        table.row(row);
    }
    report.data("distance.csv", table);
    return all;
}
// [snip:print-radii]

// [snip:claim-radii]
void claim_radii(const std::vector<Lengths>& all, Report& report) {
    report.claim(
        {.id = "radius-vanishes",
         .statement = "Below a spectral radius of 1 the gradient vanishes.",
         .quantity = "share of it left after 100 steps, radius 0.9",
         .high = 1e-4},
        all[1][farthest]);
    report.claim(
        {.id = "radius-explodes",
         .statement = "Above a spectral radius of 1 the gradient explodes.",
         .quantity = "its growth over 100 steps, radius 1.1, tanh",
         .low = 1.0},
        all[3][farthest]);
    report.claim(
        {.id = "radius-explodes-far",
         .statement = "Far above a spectral radius of 1 the gradient explodes.",
         .quantity = "its growth over 100 steps, radius 1.5, tanh",
         .low = 1.0},
        all[4][farthest]);
}
// [snip:claim-radii]

// [snip:permutation-worst]
constexpr std::size_t permutation_steps = 200, permutation_units = 16;

/// \brief Over many networks of 0.9 times a permutation, and all distances: the
/// largest of measure(length, bound).
template <class Measure>
double worst_of_permutations(Squashing squashing, std::size_t networks, Rng& rng,
                             Measure measure) {
    double worst = 0.0;
    for (std::size_t i = 0; i < networks; ++i) {
        const arma::mat W = scaled_permutation(permutation_units, 0.9, rng);
        const Lengths run =
            lengths_of_run(squashing, W, permutation_steps, 1.0, rng);
        for (std::size_t t = 1; t <= permutation_steps; ++t)
            worst = std::max(
                worst, measure(run[t] / run[0],
                               vanishing_bound(steepest_slope(squashing), 0.9, t)));
    }
    return worst;
}
// [snip:permutation-worst]

// [snip:show-permutations]
void show_permutations(const Options& options, Report& report) {
    Rng rng(options.seed);
    const std::size_t networks = options.quick ? 20 : 100;
    const auto share = [](double length, double bound) { return length / bound; };
    const double off = worst_of_permutations(
        Squashing::none, networks, rng,
        [](double length, double bound) { return std::abs(length / bound - 1.0); });
    report.claim(
        {.id = "permutation-exact",
         .statement =
             "0.9 times a permutation, linear: 0.9^T of the gradient is left.",
         .quantity = "worst relative distance from 0.9^T, T up to 200",
         .high = 1e-13},
        off);
    report.claim({.id = "tanh-never-above",
                  .statement = "With tanh it is never more.",
                  .quantity = "largest share of 0.9^T, T up to 200",
                  .high = 1.0 + 1e-13},
                 worst_of_permutations(Squashing::tanh, networks, rng, share));
    report.claim({.id = "sigmoid-never-above",
                  .statement = "With a sigmoid it is never more than 0.225^T.",
                  .quantity = "largest share of 0.225^T, T up to 200",
                  .high = 1.0 + 1e-13},
                 worst_of_permutations(Squashing::sigmoid, networks, rng, share));
}
// [snip:show-permutations]

}  // namespace

// [snip:show-distance]
void show_distance(const Options& options, Report& report) {
    report.section("distance", "The gradient against the distance in time");
    claim_radii(print_radii(options, report), report);
    report.section("permutations", "Where the answer is known");
    show_permutations(options, report);
}
// [snip:show-distance]

}  // namespace nn
