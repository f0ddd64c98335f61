/// \file
/// \brief Numbers and texts as a person likes to read them.
#pragma once

#include <cstddef>
#include <string>

#include "nn/io/report.hpp"

namespace nn {

/// \brief 1234567 as "1,234,567".
// [snip:shown-declared]
std::string thousands(std::size_t number);

/// \brief Prints lines of at most 64 bytes, cut at spaces; a new line of the text
/// is "/".
void print_wrapped(std::string text, Report& report);
// [snip:shown-declared]

}  // namespace nn
