#include "randomness_tests.hpp"

#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "nn/require.hpp"

namespace nn {

// [snip:chi-square]
double chi_square(std::span<const double> observed,
                  std::span<const double> expected) {
    require(observed.size() == expected.size(), "chi_square",
            std::to_string(observed.size()) + " observed counts and " +
                std::to_string(expected.size()) + " expected ones");
    double sum = 0.0;
    for (std::size_t i = 0; i < observed.size(); ++i) {
        require(expected[i] > 0.0, "chi_square",
                "cell " + std::to_string(i) +
                    " expects nothing; merge it with another");
        const double distance = observed[i] - expected[i];
        sum += distance * distance / expected[i];
    }
    return sum;
}
// [snip:chi-square]

// [snip:p-values]
double chi_square_p_value(double x, double degrees) {
    return boost::math::gamma_q(degrees / 2.0, x / 2.0);
}

double poisson_tail(double count, double mean) {
    return count <= 0.0 ? 1.0 : boost::math::gamma_p(count, mean);
}
// [snip:p-values]

namespace {

// [snip:equal-cells]
TestResult equal_cells(const std::vector<double>& counts, double draws) {
    const auto cells = static_cast<double>(counts.size());
    const std::vector<double> expected(counts.size(), draws / cells);
    const double x = chi_square(counts, expected);
    return {x, chi_square_p_value(x, cells - 1.0)};
}

std::size_t bin_of(double u, std::size_t bins) {
    return static_cast<std::size_t>(u * static_cast<double>(bins));
}
// [snip:equal-cells]

}  // namespace

// [snip:uniformity-test]
TestResult uniformity_test(std::span<const double> u, std::size_t bins) {
    std::vector<double> counts(bins);
    for (const double value : u) ++counts[bin_of(value, bins)];
    return equal_cells(counts, static_cast<double>(u.size()));
}
// [snip:uniformity-test]

// [snip:serial-pairs-test]
TestResult serial_pairs_test(std::span<const double> u, std::size_t bins_a_side) {
    std::vector<double> counts(bins_a_side * bins_a_side);
    const std::size_t pairs = u.size() / 2;
    for (std::size_t i = 0; i < pairs; ++i)
        ++counts[bin_of(u[2 * i], bins_a_side) * bins_a_side +
                 bin_of(u[2 * i + 1], bins_a_side)];
    return equal_cells(counts, static_cast<double>(pairs));
}
// [snip:serial-pairs-test]

// [snip:fit-test]
TestResult fit_test(std::span<const double> counts,
                    std::span<const double> probability) {
    require(counts.size() == probability.size(), "fit_test",
            std::to_string(counts.size()) + " counts and " +
                std::to_string(probability.size()) + " probabilities");
    double draws = 0.0, rare_count = 0.0, rare_expected = 0.0;
    for (const double count : counts) draws += count;
    // [snip:fit-test]
    // [snip:fit-cells]
    std::vector<double> observed, expected;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const double expects = draws * probability[i];
        if (expects < 5.0) {
            rare_count += counts[i];
            rare_expected += expects;
        } else {
            observed.push_back(counts[i]);
            expected.push_back(expects);
        }
    }
    // [snip:fit-cells]
    // [snip:fit-pool]
    if (rare_expected > 0.0) {
        observed.push_back(rare_count);
        expected.push_back(rare_expected);
    }
    const double x = chi_square(observed, expected);
    return {x, chi_square_p_value(x, static_cast<double>(observed.size()) - 1.0)};
}
// [snip:fit-pool]

// [snip:birthday-mean]
double birthday_mean(double birthdays, double days) {
    return birthdays * birthdays * birthdays / (4.0 * days);
}
// [snip:birthday-mean]

namespace {

// [snip:equal-spacings]
double equal_spacings(std::span<const double> year, double days) {
    std::vector<std::uint32_t> day;
    for (const double u : year) day.push_back(static_cast<std::uint32_t>(u * days));
    std::sort(day.begin(), day.end());
    std::vector<std::uint32_t> spacing{day.front()};
    for (std::size_t i = 1; i < day.size(); ++i)
        spacing.push_back(day[i] - day[i - 1]);
    std::sort(spacing.begin(), spacing.end());
    double equal = 0.0;
    for (std::size_t i = 1; i < spacing.size(); ++i)
        equal += spacing[i] == spacing[i - 1];
    return equal;
}
// [snip:equal-spacings]

}  // namespace

// [snip:birthday-spacings]
TestResult birthday_spacings_test(std::span<const double> u) {
    constexpr std::size_t birthdays = 512;
    constexpr double days = 16777216.0;
    require(u.size() >= birthdays, "birthday_spacings_test",
            std::to_string(u.size()) + " values; one year needs 512");
    const std::size_t years = u.size() / birthdays;
    double equal = 0.0;
    for (std::size_t year = 0; year < years; ++year)
        equal += equal_spacings(u.subspan(year * birthdays, birthdays), days);
    const double mean = static_cast<double>(years) * birthday_mean(birthdays, days);
    return {equal, poisson_tail(equal, mean)};
}
// [snip:birthday-spacings]

}  // namespace nn
