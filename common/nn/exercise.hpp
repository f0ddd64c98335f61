/// \file
/// \brief What an exercise does until its reader has written it.
#pragma once

#include <stdexcept>
#include <string>

/// \brief Where the functions that the exercises ask for live.
namespace nn::exercise {

/// \brief Throws "exercise 1.3 is not written yet: uniform_from_bits, line 9".
///
/// Stands in each function that an exercise leaves to the reader; the compiler
/// fills in the function's name and the line, so that the check can say where to
/// write.
// [snip:not-written]
[[noreturn]] inline void not_written(const std::string& number,
                                     const char* function = __builtin_FUNCTION(),
                                     unsigned line = __builtin_LINE()) {
    throw std::logic_error("exercise " + number + " is not written yet: " +
                           function + ", line " + std::to_string(line));
}
// [snip:not-written]

}  // namespace nn::exercise
