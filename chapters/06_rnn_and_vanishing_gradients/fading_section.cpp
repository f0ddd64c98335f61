#include <algorithm>
#include <armadillo>
#include <cmath>
#include <vector>

#include "error_flow.hpp"
#include "sections.hpp"
#include "weights.hpp"

namespace nn {

namespace {

// [snip:fading]
constexpr std::size_t most_common = 50;

/// \brief Two networks of one kind read 10 different steps each and then the same:
/// how far apart their states are, as a share of what it was; the geometric mean of
/// 20 pairs.
std::vector<double> fading(std::uint32_t seed) {
    constexpr std::size_t pairs = 20, units = 50, different = 10;
    Rng rng(seed);
    std::vector<double> logs(most_common + 1);
    for (std::size_t pair = 0; pair < pairs; ++pair) {
        const Recurrence<double> recurrence{
            Squashing::tanh, numbers_of(matrix_of_radius(units, 0.9, rng))};
        auto one = normal_steps(different + most_common, units, 0.1, rng),
             other = one;
        const auto replaced = normal_steps(different, units, 0.1, rng);
        std::copy(replaced.begin(), replaced.end(), other.begin());
        const std::vector<double> start(units);
        const auto a = states_of<double>(recurrence, start, one),
                   b = states_of<double>(recurrence, start, other);
        for (std::size_t t = 0; t <= most_common; ++t)
            logs[t] += std::log(arma::norm(arma::vec(a[different - 1 + t]) -
                                           arma::vec(b[different - 1 + t]))) /
                       pairs;
    }
    std::vector<double> apart;
    for (const double log : logs) apart.push_back(std::exp(log - logs[0]));
    return apart;
}
// [snip:fading]

}  // namespace

// [snip:show-fading]
void show_fading(const Options& options, Report& report) {
    report.section("fading",
                   "Two beginnings, then the same: the states' distance left");
    const std::vector<double> apart = fading(options.seed);
    for (const std::size_t common : {1, 2, 5, 10, 20, 50})
        report.print("after %2zu common steps  %.1e\n", common, apart[common]);
    Csv table({"common", "apart"});
    for (std::size_t common = 0; common <= most_common; ++common)
        table.row({double(common), apart[common]});
    report.data("fading.csv", table);
    report.claim({.id = "states-fade",
                  .statement = "Forwards too the beginning fades.",
                  .quantity = "distance of two states left after 50 common steps",
                  .high = 1e-2},
                 apart[most_common]);
}
// [snip:show-fading]

}  // namespace nn
