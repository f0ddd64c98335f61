/// \file
/// \brief Exercise 1.8, what is to be written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace nn::exercise {

/// \brief Gives the next line of the stream, or nothing at its end.
using NextLine = std::function<std::optional<std::string>()>;

/// \brief Draws a whole number from 0 to `max`, both included.
using Interval = std::function<std::uint64_t(std::uint64_t max)>;

/// \brief k lines of the stream, each choice of k lines equally likely; all if it
/// has fewer.
std::vector<std::string> reservoir_sample(std::size_t k, const NextLine& next_line,
                                          const Interval& interval);

}  // namespace nn::exercise
