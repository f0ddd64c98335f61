/// Characters as symbols and back.
#include "nn/alphabet.hpp"

#include "support/catch.hpp"

namespace {

using Symbols = std::vector<nn::Token>;

/// The bytes of one character, from the table of the Unicode Standard (3-6).
std::string utf8(char32_t c) {
    const auto byte = [](char32_t b) { return static_cast<char>(b); };
    if (c < 0x80) return {byte(c)};
    if (c < 0x800) return {byte(0xC0 + c / 64), byte(0x80 + c % 64)};
    if (c < 0x10000)
        return {byte(0xE0 + c / 4096), byte(0x80 + c / 64 % 64),
                byte(0x80 + c % 64)};
    return {byte(0xF0 + c / 262144), byte(0x80 + c / 4096 % 64),
            byte(0x80 + c / 64 % 64), byte(0x80 + c % 64)};
}

}  // namespace

TEST_CASE("the most common character is symbol 0, ties go by Unicode",
          "[alphabet]") {
    const nn::Alphabet alphabet("baobab, б!");
    CHECK(alphabet.size() == 7);  // b 3, a 2, then the space, ! , o б
    CHECK(alphabet.encode("ba !,oб") == Symbols{0, 1, 2, 3, 4, 5, 6});
    CHECK(alphabet.find(U'б') == nn::Token{6});
    CHECK_FALSE(alphabet.find(U'z'));
    CHECK_FALSE(alphabet.find(U'\U0010FFFF'));
}

TEST_CASE("a text comes back as it was", "[alphabet]") {
    const std::string text = "In the beginning\nВ начале 起初 𝄞\tß\r\n";
    const nn::Alphabet alphabet(text);
    CHECK(alphabet.decode(alphabet.encode(text)) == text);
    CHECK(alphabet.encode(text).size() == 34);
    CHECK(alphabet.encode("").empty());
    CHECK(alphabet.decode({}).empty());
}

TEST_CASE("characters of every length", "[alphabet]") {
    for (const char32_t c : {0x0, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF,
                             0x10000, 0x10FFFF}) {
        const nn::Alphabet alphabet(utf8(c) + "xx");
        CHECK(alphabet.find(c) == nn::Token{1});
        CHECK(alphabet.encode(utf8(c)) == Symbols{1});
        CHECK(alphabet.decode(Symbols{1}) == utf8(c));
    }
}

TEST_CASE("an alphabet from another's list of characters", "[alphabet]") {
    const nn::Alphabet first("baobab, б!");
    Symbols all(first.size());
    for (nn::Token i = 0; i < all.size(); ++i) all[i] = i;
    const nn::Alphabet again = nn::Alphabet::in_order(first.decode(all));
    CHECK(again.size() == first.size());
    CHECK(again.encode("ba !,oб") == all);
    CHECK(again.decode(all) == first.decode(all));
    CHECK(nn::Alphabet::in_order("zxy").encode("xyz") == Symbols{1, 2, 0});
    CHECK_THROWS_WITH(
        nn::Alphabet::in_order("abca"),
        "Alphabet: 4 characters of which 3 are different; name each once");
    CHECK_THROWS_WITH(nn::Alphabet::in_order(""),
                      oracle::mentions("0 different characters"));
}

TEST_CASE("a character that the text never had is refused", "[alphabet]") {
    const nn::Alphabet alphabet("abc");
    const auto said = [](const std::string& which) {
        return "encode: character " + which +
               ", is none of the 3 that were learned; leave it out, or learn from "
               "a text that has it";
    };
    CHECK_THROWS_WITH(alphabet.encode("cabé"), said("4, 'é' (U+00E9)"));
    CHECK_THROWS_WITH(alphabet.encode("起"), said("1, '起' (U+8D77)"));
    CHECK_THROWS_WITH(alphabet.encode("a\n"), said("2, U+000A"));
    CHECK_THROWS_WITH(alphabet.encode("𝄞"), said("1, '𝄞' (U+1D11E)"));
    CHECK_THROWS_WITH(alphabet.decode(Symbols{0, 3}),
                      "decode: symbol 3 of 3; symbols count from 0");
}

TEST_CASE("an alphabet has its bounds", "[alphabet]") {
    CHECK_THROWS_WITH(nn::Alphabet(""),
                      "Alphabet: the text has 0 different characters; learn from a "
                      "text of 1 to 65536");
    std::string many;
    for (char32_t c = 0xE000; c < 0xE000 + 0x10001; ++c) many += utf8(c);
    CHECK_THROWS_WITH(nn::Alphabet(many),
                      "Alphabet: the text has 65537 different characters; learn "
                      "from a text of 1 to 65536");
    many.resize(many.size() - utf8(0x1E000).size());
    const nn::Alphabet alphabet(many);
    CHECK(alphabet.size() == 65'536);
    CHECK(alphabet.find(0x1DFFF) == nn::Token{65'535});
}
