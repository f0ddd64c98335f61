/// \file
/// \brief Exercise 7.5, what is to be written.
#pragma once

#include <vector>

namespace nn::exercise {

/// \brief What a query knows of some of the keys.
///
/// With m for the largest of their scores: Σ e^(s − m) and Σ e^(s − m) v, over
/// these keys. Of no key at all, m is −∞, the sum is 0, and so is the mix.
struct Tile {
    double largest;           // m
    double sum;               // of the exponentials
    std::vector<double> mix;  // of the values, not yet divided by the sum
};

/// \brief What the query knows of the keys of both tiles together.
Tile merged(const Tile& a, const Tile& b);

}  // namespace nn::exercise
