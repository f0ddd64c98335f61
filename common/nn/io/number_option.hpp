/// \file
/// \brief Options that are numbers within bounds.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>

namespace nn {

/// \brief A check of an option's text: nothing but digits, low ≤ number ≤ high.
///
/// `what` begins the complaint: "the seed". The bounds are shown by --help.
// [snip:number-option-declared]
CLI::Validator whole_number(const std::string& what, std::uint64_t low,
                            std::uint64_t high);

/// \brief The same for a decimal number, such as 0.01 or 1e-2. No nan, no inf.
CLI::Validator real_number(const std::string& what, double low, double high);

/// \brief A number with up to nine digits, which tell any two floats apart.
std::string number_text(double number);
// [snip:number-option-declared]

}  // namespace nn
