/// \file
/// \brief Exercise 3.7, what is to be written.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace nn::exercise {

/// \brief Some of the examples: what was said about them, and what happened.
struct Bin {
    std::size_t examples = 0;
    double said = 0.0;      ///< the mean of their probabilities
    double happened = 0.0;  ///< the share of them whose y is 1
};

/// \brief The examples by rising probability p, cut into `bins` bins that are as
/// equal in number as can be.
///
/// With n examples, bin k has the places from n·k/bins to n·(k+1)/bins, the last
/// one excluded, rounded down. Examples with the same p keep their order. An empty
/// bin has zeros. p is in [0, 1], y is 0 or 1; there is at least one bin.
std::vector<Bin> bins_of_equal_count(std::span<const double> p,
                                     std::span<const double> y, std::size_t bins);

/// \brief The mean over all examples of the distance between what was said in their
/// bin and what happened in it. There is at least one example.
double calibration_error_of(std::span<const Bin> bins);

}  // namespace nn::exercise
