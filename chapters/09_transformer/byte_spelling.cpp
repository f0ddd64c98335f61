#include "byte_spelling.hpp"

#include <algorithm>
#include <array>

#include "nn/utf8.hpp"

namespace nn {

namespace {

// [snip:spelling-table]
constexpr std::array<char32_t, 256> characters_of_bytes() {
    std::array<char32_t, 256> characters{};
    char32_t next = 0x100;
    for (char32_t byte = 0; byte < 256; ++byte) {
        const bool is_printable = (byte >= '!' && byte <= '~') ||
                                  (byte >= 0xA1 && byte <= 0xFF && byte != 0xAD);
        characters[byte] = is_printable ? byte : next++;
    }
    return characters;
}

constexpr std::array<char32_t, 256> table = characters_of_bytes();
// [snip:spelling-table]

}  // namespace

// [snip:spelling]
std::string spelled(std::string_view bytes) {
    std::string spelling;
    for (const char c : bytes)
        append_character(spelling, table[static_cast<unsigned char>(c)]);
    return spelling;
}

std::optional<std::string> unspelled(std::string_view spelling) {
    std::string bytes;
    while (!spelling.empty()) {
        const auto found =
            std::find(table.begin(), table.end(), next_character(spelling));
        if (found == table.end()) return std::nullopt;
        bytes += static_cast<char>(found - table.begin());
    }
    return bytes;
}
// [snip:spelling]

}  // namespace nn
