#include "nn/io/vector_rows.hpp"

#include <algorithm>
#include <cmath>

#include "nn/io/error.hpp"
#include "nn/io/text.hpp"

namespace nn {

// [snip:rows-that-fit]
VectorRows::VectorRows(const std::string& where, const VectorHeader& header,
                       std::uint64_t numbers) {
    const std::string said = std::to_string(header.words) + " words of " +
                             std::to_string(header.dimension) + " numbers";
    if (header.words == 0 || header.dimension == 0)
        throw InputError(where + said + "; at least 1 of each is needed");
    if (header.words > numbers / header.dimension)
        throw InputError(
            where + said + " do not fit into the file, which has room for " +
            std::to_string(numbers) + "; is it cut off? Fetch or save it again");
    made_.vectors.set_size(header.dimension, header.words);  // d × V
}
// [snip:rows-that-fit]

// [snip:row-begun]
float* VectorRows::begin(const std::string& where, std::string_view word) {
    if (word.empty())
        throw InputError(where + "no word before the numbers; give each row one");
    if (valid_utf8(word) != word.size())
        throw InputError(where + "the word's byte " +
                         std::to_string(valid_utf8(word) + 1) +
                         " is not UTF-8; save the vectors with words in UTF-8");
    const auto [entry, is_new] = number_.try_emplace(std::string(word), size() + 1);
    if (!is_new)
        throw InputError(where + "'" + entry->first + "' is word " +
                         std::to_string(entry->second) +
                         " already; a word may come once: remove one of the two");
    made_.words.push_back(entry->first);
    return made_.vectors.colptr(size() - 1);
}

void VectorRows::finish_row(const std::string& where) const {
    const float* const row = made_.vectors.colptr(size() - 1);
    const float* const bad = std::find_if_not(
        row, row + dimension(), [](float x) { return std::isfinite(x); });
    if (bad != row + dimension())
        throw InputError(where + "number " + std::to_string(bad - row + 1) +
                         " of '" + made_.words.back() +
                         "' is not finite; train or save the vectors again");
}
// [snip:row-begun]

}  // namespace nn
