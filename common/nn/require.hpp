/// \file
/// \brief How a function of the book refuses a caller's mistake.
#pragma once

#include <stdexcept>
#include <string>

/// \brief Everything the book builds, from the seed to the transformer.
namespace nn {

/// \brief Throws std::invalid_argument "where: problem" unless the condition is
/// true.
///
/// For a caller's mistake: the message names the value and its bound, or both
/// shapes. A broken invariant of our own code is an `assert` instead.
// [snip:require]
inline void require(bool condition, const char* where, const std::string& problem) {
    if (!condition)
        throw std::invalid_argument(std::string(where) + ": " + problem);
}
// [snip:require]

}  // namespace nn
