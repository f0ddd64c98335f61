/// \file
/// \brief What "random" means, as three tests with p-values.
#pragma once

#include <cstddef>
#include <span>

namespace nn {

/// \brief A test's outcome: how far from expectation, and how often chance alone
/// goes as far.
// [snip:tests-declared]
struct TestResult {
    double statistic = 0.0;
    double p_value = 0.0;  ///< the chance of a statistic at least as large
};

/// \brief Pearson's statistic: squared distances from the expected counts.
/// \implements{chi-square}
///
/// Throws std::invalid_argument unless both spans have the same length and each
/// expected count is positive. Error: ≤ n ulp for n cells.
double chi_square(std::span<const double> observed,
                  std::span<const double> expected);

/// \brief The chance that Pearson's statistic is at least x with the given degrees
/// of freedom.
/// \implements{chi-square-p}
///
/// The regularised upper incomplete gamma function, by Boost.Math. Domain: x ≥ 0,
/// degrees ≥ 1. Relative error: ≤ 1e-12.
double chi_square_p_value(double x, double degrees);

/// \brief The chance that a Poisson variable of the given mean is at least `count`.
/// \implements{poisson-tail}
///
/// Domain: mean > 0. Relative error: ≤ 1e-12.
double poisson_tail(double count, double mean);

/// \brief Chi-square over equal bins of [0, 1): does each region get its share?
TestResult uniformity_test(std::span<const double> u, std::size_t bins);

/// \brief Chi-square over the cells of the unit square: pairs (u₀, u₁), (u₂, u₃), …
///
/// Sees what the single values hide: a value that tells about the next one.
TestResult serial_pairs_test(std::span<const double> u, std::size_t bins_a_side);

/// \brief Chi-square of drawn counts against probabilities, the rare ones pooled.
///
/// Cells that expect fewer than 5 draws share one cell: below that the statistic no
/// longer follows the curve that its p-value comes from. Throws like chi_square().
TestResult fit_test(std::span<const double> counts,
                    std::span<const double> probability);

/// \brief The number of equal spacings expected of m birthdays in a year of n days.
/// \implements{birthday-mean}
///
/// Source: Marsaglia (1985). Error: ≤ 3 ulp.
double birthday_mean(double birthdays, double days);

/// \brief Marsaglia's birthday spacings: 512 birthdays in a year of 2²⁴ days, year
/// after year.
///
/// Each year's birthdays are sorted; equal distances between neighbours are counted
/// and added up over all years. Throws std::invalid_argument for fewer than 512
/// values.
TestResult birthday_spacings_test(std::span<const double> u);
// [snip:tests-declared]

}  // namespace nn
