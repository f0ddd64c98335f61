/// \file
/// \brief What std's own distributions make of one and the same engine.
#pragma once

#include <cstdint>

namespace nn {

/// \brief Draws by std's distributions after std::mt19937(seed), each from a fresh
/// engine.
///
/// Plain arrays, so that a second standard library can be linked into the same
/// program.
// [snip:standard-draws]
struct StandardDraws {
    const char* library;     ///< name and version
    int integers[8];         ///< std::uniform_int_distribution(0, 9)
    double normals[3];       ///< std::normal_distribution
    int shuffled[10];        ///< std::shuffle of 0 … 9
    double first_argument;   ///< the a of a call f(a, b) with a draw in each place
    double second_argument;  ///< and its b
};
// [snip:standard-draws]

/// \brief The draws of the library that the book is compiled with.
// [snip:draws-declared]
extern "C" void nn_draws_default(std::uint32_t seed, StandardDraws* draws);

/// \brief The draws of LLVM's libc++; linked in where that is installed.
extern "C" void nn_draws_libcxx(std::uint32_t seed, StandardDraws* draws);
// [snip:draws-declared]

}  // namespace nn
