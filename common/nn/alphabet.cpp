#include "nn/alphabet.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>

#include "nn/require.hpp"
#include "nn/utf8.hpp"

namespace nn {

namespace {

// [snip:no-symbol]
constexpr Token no_symbol = line_end;         // beyond every symbol
constexpr std::size_t code_points = 1 << 21;  // all that four bytes can say
// [snip:no-symbol]

// [snip:name-of-character]
/// \brief "'é' (U+00E9)"; control characters by their number alone.
std::string character_name(char32_t character) {
    char number[16];
    std::snprintf(number, sizeof number, "U+%04X",
                  static_cast<unsigned>(character));
    if (character < 0x20 || (character >= 0x7F && character < 0xA0)) return number;
    std::string name = "'";
    append_character(name, character);
    return name + "' (" + number + ")";
}
// [snip:name-of-character]

}  // namespace

// [snip:alphabet-made]
Alphabet::Alphabet(std::string_view text) {
    std::vector<std::uint64_t> counts(code_points);
    while (!text.empty()) ++counts[next_character(text)];
    for (char32_t c = 0; c < counts.size(); ++c)
        if (counts[c] > 0) characters_.push_back(c);
    require(size() >= 1 && size() <= largest_alphabet, "Alphabet",
            "the text has " + std::to_string(size()) +
                " different characters; learn from a text of 1 to " +
                std::to_string(largest_alphabet));
    symbols_.resize(characters_.back() + 1, no_symbol);
    std::stable_sort(characters_.begin(), characters_.end(),
                     [&](char32_t a, char32_t b) { return counts[a] > counts[b]; });
    for (Token symbol = 0; symbol < size(); ++symbol)
        symbols_[characters_[symbol]] = symbol;
}
// [snip:alphabet-made]

// [snip:alphabet-in-order]
Alphabet Alphabet::in_order(std::string_view characters) {
    Alphabet alphabet(characters);
    const std::size_t known = alphabet.size();
    alphabet.characters_.clear();
    while (!characters.empty()) {
        const char32_t character = next_character(characters);
        const auto symbol = static_cast<Token>(alphabet.size());
        alphabet.characters_.push_back(character);
        alphabet.symbols_[character] = symbol;
    }
    require(alphabet.size() == known, "Alphabet",
            std::to_string(alphabet.size()) + " characters of which " +
                std::to_string(known) + " are different; name each once");
    return alphabet;
}
// [snip:alphabet-in-order]

// [snip:alphabet-encode]
std::optional<Token> Alphabet::find(char32_t character) const {
    if (character >= symbols_.size() || symbols_[character] == no_symbol)
        return std::nullopt;
    return symbols_[character];
}

std::vector<Token> Alphabet::encode(std::string_view text) const {
    std::vector<Token> symbols;
    symbols.reserve(text.size());
    while (!text.empty()) {
        const char32_t character = next_character(text);
        const std::optional<Token> symbol = find(character);
        if (!symbol)
            require(false, "encode",
                    "character " + std::to_string(symbols.size() + 1) + ", " +
                        character_name(character) + ", is none of the " +
                        std::to_string(size()) +
                        " that were learned; leave it out, or learn from a text "
                        "that has it");
        symbols.push_back(*symbol);
    }
    return symbols;
}
// [snip:alphabet-encode]

// [snip:alphabet-decode]
std::string Alphabet::decode(std::span<const Token> symbols) const {
    std::string text;
    for (const Token symbol : symbols) {
        if (symbol >= size())
            require(false, "decode",
                    "symbol " + std::to_string(symbol) + " of " +
                        std::to_string(size()) + "; symbols count from 0");
        append_character(text, characters_[symbol]);
    }
    return text;
}
// [snip:alphabet-decode]

}  // namespace nn
