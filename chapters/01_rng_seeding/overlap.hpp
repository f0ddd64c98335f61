/// \file
/// \brief What two parts of a text have in common.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <vector>

namespace nn {

/// \brief How many indices stand in both lists; none stands twice in one.
// [snip:overlap]
inline std::size_t overlap(std::vector<std::size_t> a, std::vector<std::size_t> b) {
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    std::vector<std::size_t> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(),
                          std::back_inserter(both));
    return both.size();
}
// [snip:overlap]

}  // namespace nn
