/// \file
/// \brief Words that look alike: what a person may have meant to type.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nn {

/// \brief How many characters must be put in, left out or changed to make one word
/// of the other (\source{levenshtein1966}). Both are UTF-8.
// [snip:spelling-declared]
std::size_t edit_distance(std::string_view one, std::string_view other);

/// \brief The places of the `count` words with the smallest distances; of equal
/// ones the first.
std::vector<std::size_t> nearest_in_spelling(std::string_view word,
                                             const std::vector<std::string>& words,
                                             std::size_t count);
// [snip:spelling-declared]

}  // namespace nn
