/// \file
/// \brief The characters of a text as symbols 0 … n−1.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "nn/tokens.hpp"

namespace nn {

/// \brief The most characters that an alphabet may have: more than any script has.
// [snip:alphabet]
inline constexpr std::size_t largest_alphabet = 65'536;

/// \brief The different characters (Unicode code points) of a text, the most common
/// one first.
///
/// Characters that are equally common stand in the order of Unicode. All texts must
/// be valid UTF-8.
class Alphabet {
public:
    /// \brief Throws std::invalid_argument unless the text has 1 to
    /// largest_alphabet different characters.
    explicit Alphabet(std::string_view text);

    /// \brief The characters of a text as they stand in it, as another alphabet's
    /// symbols do in what it decodes. Throws also if one comes twice.
    static Alphabet in_order(std::string_view characters);

    std::size_t size() const { return characters_.size(); }

    /// \brief The symbol of a character, if the text had it.
    std::optional<Token> find(char32_t character) const;

    /// \brief The character of a symbol.
    char32_t character(Token symbol) const { return characters_.at(symbol); }

    /// \brief A symbol a character.
    ///
    /// Throws std::invalid_argument, which names the character and its place, if
    /// the alphabet lacks one.
    std::vector<Token> encode(std::string_view text) const;

    /// \brief The text again. Throws std::invalid_argument for a number that is no
    /// symbol.
    std::string decode(std::span<const Token> symbols) const;

private:
    std::vector<char32_t> characters_;  ///< by symbol
    std::vector<Token> symbols_;        ///< by character
};
// [snip:alphabet]

}  // namespace nn
