/// \file
/// \brief Neurons as logic gates: weights found by hand, and all that one neuron
/// can compute of yes and no.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <span>

#include "nn/dataset.hpp"

namespace nn {

/// \brief A neuron with two inputs and a step, and what it is meant to compute.
// [snip:gate]
struct Gate {
    const char* name;
    std::array<double, 2> w;
    double b;
};
// [snip:gate]

/// \brief AND, OR, NAND, and NOT of the first input.
// [snip:hand-made]
inline constexpr std::array<Gate, 4> hand_made_gates{
    {{"AND", {1.0, 1.0}, -1.5},
     {"OR", {1.0, 1.0}, -0.5},
     {"NAND", {-1.0, -1.0}, 1.5},
     {"NOT x0", {-1.0, 0.0}, 0.5}}};
// [snip:hand-made]

/// \brief What a neuron answers to all inputs of zeros and ones, as a number.
///
/// Bit r is the answer to the row r of the truth table, in which input i is bit i
/// of r: OR of two inputs is 1110 in binary. Throws std::invalid_argument for more
/// than 4 inputs.
// [snip:gates-declared]
std::uint32_t truth_table(std::span<const double> w, double b);

/// \brief The functions that neurons compute whose weights are whole numbers from
/// −`largest` to `largest`.
///
/// With a bias all whole numbers that matter are tried, without one 0 alone. Throws
/// std::invalid_argument for more than 4 inputs.
std::set<std::uint32_t> functions_of_a_neuron(std::size_t inputs, int largest,
                                              bool with_bias);

/// \brief All inputs of zeros and ones as columns, with the answers of a truth
/// table.
///
/// Column r is row r of the table. Throws std::invalid_argument for more than 4
/// inputs.
Dataset examples_of_table(std::uint32_t table, std::size_t inputs);

/// \brief One of the two, not both: two neurons side by side, and one after them.
/// \implements{xor-layers}
///
/// x0 and x1 are 0 or 1. Error: 0 ulp.
double xor_by_layers(double x0, double x1);
// [snip:gates-declared]

}  // namespace nn
