/// \file
/// \brief Measuring by throwing darts, and how the error falls.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace nn {

/// \brief π from darts: four times the share of n darts that fall into the quarter
/// circle.
/// \implements{monte-carlo-pi}
///
/// Dart number i of a stream uses its uniforms 2i and 2i + 1. Error: ≤ 0.5 ulp.
// [snip:monte-carlo-declared]
double pi_from_darts(std::uint64_t hits, std::uint64_t darts);

/// \brief The error expected of n darts: the standard deviation of
/// \eqref{monte-carlo-pi}.
/// \implements{monte-carlo-error}
///
/// Error: ≤ 3 ulp.
double expected_error(double darts);

/// \brief The root mean square error of π at each number of darts, over many
/// streams.
struct ErrorCurve {
    std::vector<double> darts;
    std::vector<double> error;
};

/// \brief Throws 2⁶, 2⁷, …, 2^`log2_darts` darts in each of `repeats` streams of
/// the seed.
///
/// One shard a stream: the result has the same bytes at any number of threads.
/// `after_each` is called after each stream, by the thread that threw its darts.
ErrorCurve error_curve(
    std::uint32_t seed, std::size_t repeats, unsigned log2_darts, unsigned threads,
    const std::function<void()>& after_each = [] {});

/// \brief π from 2²⁰ darts, cut into 64 shards, each with a stream of its own.
///
/// The same bytes at any number of threads.
double pi_cut_by_shards(std::uint32_t seed, unsigned threads);

/// \brief π from 2²⁰ darts, cut the wrong way: one stream for each thread.
///
/// Kept as a warning: each result is right, and no two numbers of threads agree.
double pi_cut_by_threads(std::uint32_t seed, unsigned threads);
// [snip:monte-carlo-declared]

}  // namespace nn
