#include "nn/io/text_pieces.hpp"

#include <string>

#include "nn/rng.hpp"
#include "support/catch.hpp"

namespace {

using Pieces = std::vector<std::string_view>;

std::string together(const Pieces& pieces) {
    std::string text;
    for (const std::string_view piece : pieces) text += piece;
    return text;
}

}  // namespace

using nn::text_pieces;

TEST_CASE("a space goes with the word after it", "[text-pieces]") {
    CHECK(text_pieces("In the beginning, God.") ==
          Pieces{"In", " the", " beginning", ",", " God", "."});
    CHECK(text_pieces("3,000 ½a1 x²") ==
          Pieces{"3", ",", "000", " ½", "a", "1", " x", "²"});
    CHECK(text_pieces("3½!Ⅷ²$") == Pieces{"3½", "!", "Ⅷ²", "$"});
    CHECK(text_pieces("").empty());
}

TEST_CASE("of white space the last stays out if something follows",
          "[text-pieces]") {
    CHECK(text_pieces("a  b") == Pieces{"a", " ", " b"});
    CHECK(text_pieces("a\nb") == Pieces{"a", "\n", "b"});
    CHECK(text_pieces("a\n\n b") == Pieces{"a", "\n\n", " b"});
    CHECK(text_pieces("a \n\nb") == Pieces{"a", " \n", "\n", "b"});
    CHECK(text_pieces("a \t") == Pieces{"a", " \t"});
    CHECK(text_pieces(" ") == Pieces{" "});
    CHECK(text_pieces("   ") == Pieces{"   "});
    CHECK(text_pieces("x\u00A0y") == Pieces{"x", "\u00A0", "y"});
    CHECK(text_pieces("x\u3000\u3000y") == Pieces{"x", "\u3000", "\u3000", "y"});
}

TEST_CASE("endings of English words", "[text-pieces]") {
    CHECK(text_pieces("he's we'll I'd don't they're I've I'm") ==
          Pieces{"he", "'s", " we", "'ll", " I", "'d", " don", "'t", " they", "'re",
                 " I", "'ve", " I", "'m"});
    CHECK(text_pieces("'tis 'Tis IT'S 'l !'s") ==
          Pieces{"'t", "is", " '", "Tis", " IT", "'", "S", " '", "l", " !'", "s"});
}

TEST_CASE("letters of every language", "[text-pieces]") {
    CHECK(text_pieces("В начале, 起初，神 عربي٣") ==
          Pieces{"В", " начале", ",", " 起初", "，", "神", " عربي", "٣"});
    CHECK(text_pieces("e\u0301 👍🏽x") ==
          Pieces{"e", "\u0301", " 👍🏽", "x"});
}

TEST_CASE("a byte that is not UTF-8 is a sign", "[text-pieces]") {
    CHECK(text_pieces("a\xFF\xC3 \x80!b") ==
          Pieces{"a", "\xFF\xC3", " \x80!", "b"});
    CHECK(text_pieces("\xE2\x82") == Pieces{"\xE2\x82"});
}

TEST_CASE("the pieces together are the text", "[text-pieces]") {
    nn::Rng rng(911);
    const std::string_view parts[] = {" ",        "\n", "a",  "'",     "s",
                                      "ll",       "7",  "!",  "ж",     "\u2003",
                                      "\xF0\x9F", "起", "\r", "\u0085"};
    for (int trial = 0; trial < 2000; ++trial) {
        std::string text;
        for (std::size_t n = rng.interval(12); n > 0; --n)
            text += parts[rng.interval(std::size(parts) - 1)];
        const Pieces pieces = text_pieces(text);
        CHECK(together(pieces) == text);
        for (const std::string_view piece : pieces) CHECK_FALSE(piece.empty());
    }
}
