#include "nn/utf8.hpp"

#include <algorithm>

namespace nn {

// [snip:next-character]
char32_t next_character(std::string_view& text) {
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t bytes = first < 0x80   ? 1
                              : first < 0xE0 ? 2
                              : first < 0xF0 ? 3
                                             : 4;
    char32_t character = bytes == 1 ? first : first & (0xFFU >> (bytes + 1));
    for (const char c : text.substr(1, bytes - 1))
        character = character << 6 | (static_cast<unsigned char>(c) & 0x3FU);
    text.remove_prefix(std::min(bytes, text.size()));
    return character;
}
// [snip:next-character]

// [snip:append-character]
void append_character(std::string& text, char32_t character) {
    const auto append = [&](char32_t byte) { text += static_cast<char>(byte); };
    const auto tail = [&](int shift) {
        append(0x80 | (character >> shift & 0x3F));
    };
    if (character < 0x80) return append(character);
    if (character < 0x800) return append(0xC0 | character >> 6), tail(0);
    if (character < 0x10000)
        return append(0xE0 | character >> 12), tail(6), tail(0);
    append(0xF0 | character >> 18), tail(12), tail(6), tail(0);
}
// [snip:append-character]

}  // namespace nn
