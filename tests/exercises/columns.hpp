/// \file
/// \brief What the exercises with batches share: columns of numbers, one for each
/// sequence, and the names of a layer's weights.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "exercises/show.hpp"
#include "nn/rng.hpp"

namespace diagnosis {

using Column = std::vector<double>;
using Columns = std::vector<Column>;

/// \brief Normal numbers with the spread given.
inline Column normals(std::size_t n, nn::Rng& rng, double spread = 1.0) {
    Column numbers(n);
    rng.fill_normal(numbers);
    for (double& number : numbers) number *= spread;
    return numbers;
}

inline Columns normal_columns(std::size_t columns, std::size_t rows, nn::Rng& rng) {
    Columns all;
    for (std::size_t s = 0; s < columns; ++s) all.push_back(normals(rows, rng));
    return all;
}

/// \brief All columns, one behind the other.
inline Column joined(const Columns& columns) {
    Column all;
    for (const Column& column : columns)
        all.insert(all.end(), column.begin(), column.end());
    return all;
}

/// \brief Numbers that may differ by rounding.
inline std::vector<Close> rounded(const Column& numbers) {
    std::vector<Close> all;
    for (const double number : numbers) all.push_back({number});
    return all;
}

/// \brief `W(1, 2)`: place 7 of a W with 3 rows.
inline std::string name_of_entry(const std::string& matrix, std::size_t place,
                                 std::size_t rows) {
    return matrix + "(" + show(place % rows) + ", " + show(place / rows) + ")";
}

/// \brief The name of a place in W_x, W_h and b, one behind the other.
inline std::string name_of_weight(std::size_t place, std::size_t sums,
                                  std::size_t inputs, std::size_t hidden) {
    if (place < sums * inputs) return name_of_entry("W_x", place, sums);
    place -= sums * inputs;
    if (place < sums * hidden) return name_of_entry("W_h", place, sums);
    return "b(" + show(place - sums * hidden) + ")";
}

}  // namespace diagnosis
