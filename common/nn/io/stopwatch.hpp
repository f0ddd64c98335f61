/// \file
/// \brief How long work takes.
#pragma once

#include <chrono>

namespace nn {

/// \brief Does the work, and tells the seconds that it took.
// [snip:seconds-of]
template <class Work>
double seconds_of(Work work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start)
        .count();
}
// [snip:seconds-of]

}  // namespace nn
