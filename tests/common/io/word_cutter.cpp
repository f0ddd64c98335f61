#include "nn/io/word_cutter.hpp"

#include <algorithm>

#include "nn/io/error.hpp"
#include "nn/io/text.hpp"
#include "nn/rng.hpp"
#include "support/catch.hpp"
#include "support/repeated.hpp"

using Words = std::vector<std::string>;

namespace {

/// The words of a text that comes in blocks of so many bytes, "" at each line's
/// end.
Words cut(std::string_view text, std::size_t block) {
    Words words;
    nn::WordCutter cutter("f.txt",
                          [&](std::string_view word) { words.emplace_back(word); });
    for (std::size_t at = 0; at < text.size(); at += block)
        cutter.feed(text.substr(at, block));
    cutter.finish();
    return words;
}

/// The same from the whole text: each line by words_of().
Words cut_whole(std::string_view text) {
    Words words;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        for (std::string& word : nn::words_of(text.substr(start, end - start)))
            words.push_back(std::move(word));
        words.emplace_back();
        start = end + 1;
    }
    return words;
}

std::string complaint(std::string_view text, std::size_t block) {
    try {
        cut(text, block);
    } catch (const nn::InputError& error) {
        return error.what();
    }
    return "no complaint";
}

/// A text of pieces at random, most of them awkward.
std::string random_text(nn::Rng& rng, int pieces) {
    static const Words all{"the",      "The",    "don't",
                           "3.14",     "e.g.",   "well-known",
                           "a_b",      "x:y",    "STRASSE",
                           "Straße",   "naïve",  "e\u0301",
                           "\u0301",   "слово",  "ЁЛКА",
                           "我们学习", "世界",   "こんにちは",
                           "ภาษาไทย",  "🇩🇪🇫🇷🇮🇹", "👩‍👩‍👧",
                           "\u200D",   "\uFEFF", "שלום״ם",
                           " ",        " ",      " ",
                           " ",        "  ",     "\t",
                           "\n",       "\r\n",   "\u2028",
                           "\u3000",   ",",      ".",
                           "'",        "\"",     "…",
                           "\u00AD"};
    std::string text;
    for (int i = 0; i < pieces; ++i)
        text += all[static_cast<std::size_t>(
            rng.integer(0, static_cast<std::int64_t>(all.size()) - 1))];
    return text;
}

}  // namespace

TEST_CASE("words and lines do not depend on how the text comes in blocks",
          "[words]") {
    nn::Rng rng(51);
    for (int i = 0; i < 300; ++i) {
        const std::string text = "x" + random_text(rng, 200);
        const Words whole = cut_whole(text);
        for (const std::size_t block : {1u, 2u, 3u, 7u, 64u, 1000u, 100'000u}) {
            INFO(text << " in blocks of " << block);
            REQUIRE(cut(text, block) == whole);
        }
    }
}

TEST_CASE("line ends of Windows and the first mark of some editors go", "[words]") {
    for (const std::size_t block : {1u, 2u, 64u}) {
        CHECK(cut("\uFEFFOne two\r\n\r\nthree", block) ==
              Words{"one", "two", "", "", "three", ""});
        CHECK(cut("", block) == Words{""});
    }
}

TEST_CASE("a fault in the UTF-8 is named as in a text read whole", "[words]") {
    const std::string good = repeated("Все счастливые\nсемьи похожи ", 300);
    for (const std::string fault : {"\x80", "\xC0\xAF", "\xED\xA0\x80", "\xFF",
                                    "\xF0\x9F\x98", "\xE2\x82", "\xD0"})
        for (const std::string& rest : {std::string(), std::string("z\n"), good}) {
            const std::string text = "\uFEFF" + good + fault + rest;
            std::string expected = "none";
            try {
                nn::require_utf8(text, "f.txt");
            } catch (const nn::InputError& error) {
                expected = error.what();
            }
            INFO(expected);
            CHECK(expected.find("(line 301)") != expected.npos);
            for (const std::size_t block : {1u, 5u, 4096u, 65536u})
                CHECK(complaint(text, block) == expected);
        }
}

TEST_CASE("a word of 4,096 bytes passes, a longer one is named by its line",
          "[words]") {
    const std::string longest(nn::longest_word, 'a');
    const std::string said =
        "f.txt: line 3: more than 4096 bytes without the end of a word; put spaces "
        "between the words";
    for (const std::size_t block : {100u, 65536u}) {
        CHECK(cut("\n" + longest + "\n b", block) ==
              Words{"", longest, "", "b", ""});
        CHECK(cut("a " + longest, block) == Words{"a", longest, ""});
        CHECK(complaint("1\n\n" + longest + "a\n", block) == said);
        CHECK(complaint("1\n\nb " + longest + "a b\n", block) == said);
        CHECK(complaint("1\n2\n" + repeated(longest, 2500), block) == said);
    }
}

TEST_CASE("a line of 10 MB without a space is cut where its words end", "[words]") {
    const std::string sentence = "我们学习机器如何学习语言的上下文，";
    const Words one = nn::words_of(sentence);
    const std::size_t sentences = 10'000'000 / sentence.size();
    const std::string text = repeated(sentence, sentences);
    const Words words =
        cut(text, 65536);  // a block ends within a word, as it happens
    REQUIRE(words.size() == sentences * one.size() + 1);
    CHECK(words.back().empty());
    std::size_t mistaken = 0;
    for (std::size_t i = 0; i + 1 < words.size(); ++i)
        mistaken += words[i] != one[i % one.size()];
    CHECK(mistaken == 0);
}

TEST_CASE("a long line without a space or a comma still ends", "[words]") {
    const Words words = cut(repeated("我们学习", 100'000), 65536);
    CHECK(words.size() > 100'000);
    std::string together;
    for (const std::string& word : words) together += word;
    CHECK(together == repeated("我们学习", 100'000));
}
