#include "nn/io/text.hpp"

#include "nn/io/error.hpp"
#include "support/catch.hpp"

using Words = std::vector<std::string>;
using nn::lines_of;
using nn::shortened;
using nn::words_of;

namespace {

std::string utf8_fault(std::string_view text) {
    try {
        nn::require_utf8(text, "f.txt");
    } catch (const nn::InputError& error) {
        return error.what();
    }
    return "valid";
}

}  // namespace

TEST_CASE("well-formed UTF-8 passes, to its last code point") {
    for (const std::string_view text :
         {"", "plain", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF",
          "\xEE\x80\x80", "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF",
          "Война и мир", "語"})
        CHECK(utf8_fault(text) == "valid");
    CHECK(utf8_fault(std::string_view("a\0b", 3)) == "valid");
}

TEST_CASE("every kind of malformed UTF-8 is refused where it begins") {
    struct Case {
        const char* what;
        std::string_view bytes;
        const char* byte;
    };
    for (const Case& malformed : {
             Case{"a continuation alone", "\x80", "0x80"},
             Case{"overlong slash in two bytes", "\xC0\xAF", "0xC0"},
             Case{"overlong in two bytes, the highest", "\xC1\xBF", "0xC1"},
             Case{"overlong in three bytes", "\xE0\x9F\xBF", "0xE0"},
             Case{"overlong in four bytes", "\xF0\x8F\xBF\xBF", "0xF0"},
             Case{"the first surrogate", "\xED\xA0\x80", "0xED"},
             Case{"the last surrogate", "\xED\xBF\xBF", "0xED"},
             Case{"above 10FFFF", "\xF4\x90\x80\x80", "0xF4"},
             Case{"a five-byte form", "\xF8\x88\x80\x80\x80", "0xF8"},
             Case{"the byte FE", "\xFE", "0xFE"},
             Case{"the byte FF", "\xFF", "0xFF"},
             Case{"two bytes cut at the end", "\xD0", "0xD0"},
             Case{"three bytes cut at the end", "\xE2\x82", "0xE2"},
             Case{"four bytes cut at the end", "\xF0\x9F\x98", "0xF0"},
             Case{"a sequence cut by a letter", "\xE2\x82z", "0xE2"},
         }) {
        INFO(malformed.what);
        const std::string text = "ok\nдва " + std::string(malformed.bytes);
        CHECK(utf8_fault(text) == "f.txt: byte 10 (line 2), " +
                                      std::string(malformed.byte) +
                                      ", is not valid UTF-8; convert the file: "
                                      "iconv -f ITS_ENCODING -t UTF-8 "
                                      "f.txt > utf8.txt");
    }
}

TEST_CASE("lines end at line feeds, blank ones and carriage returns go") {
    CHECK(lines_of("").empty());
    CHECK(lines_of(" \n\t\r\n\n").empty());
    CHECK(lines_of("one") == Words{"one"});
    CHECK(lines_of("one\r\ntwo\n\n  three \n") == Words{"one", "two", "  three "});
    CHECK(lines_of("a\rb\n") == Words{"a\rb"});
}

TEST_CASE("a text is shortened by characters, not by bytes") {
    CHECK(shortened("", 3) == "");
    CHECK(shortened("abc", 3) == "abc");
    CHECK(shortened("abcd", 3) == "abc…");
    CHECK(shortened("Война", 4) == "Войн…");
    CHECK(shortened("Война", 5) == "Война");
    CHECK(shortened("語x", 1) == "語…");
    CHECK(shortened("abc", 0) == "…");
}

TEST_CASE("English words: folded, without punctuation, apostrophes kept inside") {
    CHECK(words_of("In the beginning God created the heaven and the earth.") ==
          Words{"in", "the", "beginning", "god", "created", "the", "heaven", "and",
                "the", "earth"});
    CHECK(words_of("Don't 'quote' the dogs' well-known 3.14, e.g. U.S.A.") ==
          Words{"don't", "quote", "the", "dogs", "well", "known", "3.14", "e.g",
                "u.s.a"});
    CHECK(words_of("don’t") == Words{"don’t"});
    CHECK(words_of("") == Words{});
    CHECK(words_of(" -- !? … ") == Words{});
}

TEST_CASE("Russian words, in either case, with either Ё") {
    CHECK(words_of("Все счастливые семьи ПОХОЖИ друг на друга;") ==
          Words{"все", "счастливые", "семьи", "похожи", "друг", "на", "друга"});
    CHECK(words_of("Ёлка") == Words{"ёлка"});
    CHECK(words_of("Е\u0308лка") == Words{"е\u0308лка"});
}

TEST_CASE(
    "other scripts: ideographs, final sigma, the Turkish I, the German sharp s") {
    CHECK(words_of("我们学习").size() >= 2);
    CHECK(words_of("こんにちは世界").size() >= 2);
    CHECK(words_of("ὈΔΥΣΣΕΎΣ") == words_of("ὀδυσσεύς"));
    CHECK(words_of("İstanbul ISPARTA") == Words{"i\u0307stanbul", "isparta"});
    CHECK(words_of("STRASSE") == words_of("Straße"));
}

TEST_CASE("fields stand between blanks", "[text]") {
    using Fields = std::vector<std::string_view>;
    CHECK(nn::fields_of("") == Fields{});
    CHECK(nn::fields_of(" \t\r\n") == Fields{});
    CHECK(nn::fields_of("a") == Fields{"a"});
    CHECK(nn::fields_of("  a\tbc  d\r\n") == Fields{"a", "bc", "d"});
}
