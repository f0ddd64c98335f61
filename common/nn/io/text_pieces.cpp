#include "nn/io/text_pieces.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace nn {

namespace {

// [snip:character-class]
#pragma GCC diagnostic ignored "-Wconversion"  // inside ICU's macro U8_NEXT

enum class CharacterClass { letter, digit, space, sign, none };

/// \brief What stands at a byte of the text, and where the next character begins.
struct ClassAt {
    CharacterClass kind;
    std::size_t next;
};

ClassAt class_at(std::string_view text, std::size_t at) {
    if (at == text.size()) return {CharacterClass::none, at};
    auto next = static_cast<std::int64_t>(at);
    UChar32 character = 0;  // negative for a byte that is not UTF-8
    U8_NEXT(text.data(), next, static_cast<std::int64_t>(text.size()), character);
    const auto end = static_cast<std::size_t>(next);
    if (character < 0) return {CharacterClass::sign, end};
    const std::uint32_t category = U_GET_GC_MASK(character);
    if (category & U_GC_L_MASK) return {CharacterClass::letter, end};
    if (category & U_GC_N_MASK) return {CharacterClass::digit, end};
    if (u_isUWhiteSpace(character)) return {CharacterClass::space, end};
    return {CharacterClass::sign, end};
}
// [snip:character-class]

// [snip:contraction]
/// \brief The bytes of the English ending at the front of the text, or 0.
std::size_t contraction(std::string_view text) {
    for (const std::string_view ending :
         {"'s", "'t", "'re", "'ve", "'m", "'ll", "'d"})
        if (text.starts_with(ending)) return ending.size();
    return 0;
}
// [snip:contraction]

// [snip:piece-end]
std::size_t end_of_white_space(std::string_view text, std::size_t begin) {
    std::size_t end = begin, last = begin;
    for (ClassAt c = class_at(text, begin); c.kind == CharacterClass::space;
         c = class_at(text, end))
        last = end, end = c.next;
    return end == text.size() || last == begin ? end : last;
}

std::size_t end_of_piece(std::string_view text, std::size_t begin) {
    if (const std::size_t bytes = contraction(text.substr(begin)))
        return begin + bytes;
    std::size_t end = text[begin] == ' ' ? begin + 1 : begin;
    const CharacterClass kind = class_at(text, end).kind;
    if (kind == CharacterClass::space || kind == CharacterClass::none)
        return end_of_white_space(text, begin);
    for (ClassAt c = class_at(text, end); c.kind == kind; c = class_at(text, end))
        end = c.next;
    return end;
}
// [snip:piece-end]

}  // namespace

// [snip:text-pieces]
std::vector<std::string_view> text_pieces(std::string_view text) {
    std::vector<std::string_view> pieces;
    for (std::size_t begin = 0, end; begin < text.size(); begin = end) {
        end = end_of_piece(text, begin);
        pieces.push_back(text.substr(begin, end - begin));
    }
    return pieces;
}
// [snip:text-pieces]

}  // namespace nn
