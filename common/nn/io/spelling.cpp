#include "nn/io/spelling.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace nn {

namespace {

// [snip:characters-of]
/// \brief A number for each character: its bytes in UTF-8, of which there are at
/// most four.
std::vector<std::uint32_t> characters_of(std::string_view text) {
    std::vector<std::uint32_t> characters;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (characters.empty() || (byte & 0xC0) != 0x80)
            characters.push_back(byte);
        else
            characters.back() = characters.back() << 8 | byte;
    }
    return characters;
}
// [snip:characters-of]

}  // namespace

// [snip:edit-distance]
std::size_t edit_distance(std::string_view one, std::string_view other) {
    const std::vector<std::uint32_t> a = characters_of(one),
                                     b = characters_of(other);
    std::vector<std::size_t> distance(b.size() +
                                      1);  // from a's front to b's fronts
    std::iota(distance.begin(), distance.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = distance[0]++;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = distance[j + 1];
            distance[j + 1] = std::min({changed, diagonal + 1, distance[j] + 1});
        }
    }
    return distance.back();
}
// [snip:edit-distance]

// [snip:nearest-in-spelling]
std::vector<std::size_t> nearest_in_spelling(std::string_view word,
                                             const std::vector<std::string>& words,
                                             std::size_t count) {
    std::vector<std::pair<std::size_t, std::size_t>> found;  // distance, place
    for (std::size_t place = 0; place < words.size(); ++place)
        found.emplace_back(edit_distance(word, words[place]), place);
    count = std::min(count, found.size());
    const auto end = found.begin() + static_cast<std::ptrdiff_t>(count);
    std::partial_sort(found.begin(), end, found.end());
    std::vector<std::size_t> places;
    for (auto near = found.begin(); near != end; ++near)
        places.push_back(near->second);
    return places;
}
// [snip:nearest-in-spelling]

}  // namespace nn
