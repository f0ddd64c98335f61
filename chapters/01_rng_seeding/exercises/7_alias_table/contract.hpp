/// \file
/// \brief Exercise 1.7, what is to be written.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace nn::exercise {

/// \brief Column i belongs to item i up to the height keep[i], above it to item
/// alias[i].
struct AliasTable {
    std::vector<double> keep;
    std::vector<std::size_t> alias;
};

/// \brief A table that draws item i with probability p[i]; p sums to 1.
AliasTable alias_table(std::span<const double> p);

}  // namespace nn::exercise
