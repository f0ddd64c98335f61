#include "nn/io/word_source.hpp"

#include <algorithm>

#include "nn/io/error.hpp"
#include "nn/io/wordnet.hpp"
#include "support/catch.hpp"
#include "support/environment.hpp"
#include "support/scratch.hpp"

using Words = std::vector<std::string>;

namespace {

template <class Read>
Words words_from(Read read) {
    Words words;
    read([&](std::string_view word) { words.emplace_back(word); });
    return words;
}

}  // namespace

TEST_CASE("the Bible's words: lower case, without apostrophes", "[corpus]") {
    const Words words = words_from(nn::read_bible);
    CHECK(std::count(words.begin(), words.end(), "") == 31102);
    CHECK(words.size() == 789'684 + 31102);
    CHECK(Words(words.begin(), words.begin() + 11) ==
          Words{"in", "the", "beginning", "god", "created", "the", "heaven", "and",
                "the", "earth", ""});
    CHECK(std::all_of(words.begin(), words.end(), [](const std::string& word) {
        return word.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == word.npos;
    }));
    CHECK(std::count(words.begin(), words.end(), "lords") > 0);
}

TEST_CASE("the glosses of WordNet, a line for each synset", "[corpus]") {
    const Words words = words_from(nn::read_glosses);
    CHECK(std::count(words.begin(), words.end(), "") == 117'659);
    CHECK(words.size() > 1'460'000 + 117'659);
    CHECK(Words(words.begin(), words.begin() + 6) ==
          Words{"usually", "followed", "by", "to", "having", "the"});
    CHECK(std::count(words.begin(), words.end(), "licence") < 100);
    CHECK(std::none_of(words.begin(), words.end(), [](const std::string& word) {
        return word.find('\'') != word.npos;
    }));
}

TEST_CASE("only what follows a synset's bar is its gloss", "[corpus]") {
    const scratch::Folder folder;
    for (const std::string part : {"adj", "adv", "noun", "verb"})
        folder.file("data." + part, "  1 A licence | of words\n0001 00 a 01 " +
                                        part + " 0 000 | It's the " + part +
                                        "; | \"is\"\n");
    const environment::Set there("WNSEARCHDIR", folder.path());
    CHECK(words_from(nn::read_glosses) ==
          Words{"its", "the", "adj",  "is", "", "its", "the", "adv",  "is", "",
                "its", "the", "noun", "is", "", "its", "the", "verb", "is", ""});
}

TEST_CASE("WordNet or the Bible is missing: which package to install", "[corpus]") {
    const environment::Set nowhere("WNSEARCHDIR", "/nowhere");
    CHECK_THROWS_WITH(
        nn::read_glosses([](std::string_view) {}),
        "WordNet is not installed (no file /nowhere/data.adj); install "
        "it: apt-get install wordnet-base, or read a text of your own: "
        "--corpus FILE");
    const environment::Set path("PATH", "/nowhere");
    CHECK_THROWS_WITH(nn::read_bible([](std::string_view) {}),
                      oracle::mentions("apt-get install bible-kjv"));
}

TEST_CASE("a file's words, line by line", "[corpus]") {
    const scratch::Folder folder;
    const std::string path =
        folder.file("t", "\uFEFFВсе\r\n\n СЧАСТЛИВЫЕ, don't\nсемьи");
    CHECK(words_from([&](const nn::WordHandler& use) {
              nn::read_words(path, use);
          }) == Words{"все", "", "", "счастливые", "don't", "", "семьи", ""});
}

TEST_CASE("a file that is no text says so", "[corpus]") {
    const auto read = [](const std::string& path) {
        nn::read_words(path, [](std::string_view) {});
    };
    CHECK_THROWS_WITH(read("/no/such/file"),
                      "/no/such/file: no such file; check the path");
    CHECK_THROWS_WITH(read("/usr"), "/usr: is a directory; name one file in it");
    CHECK_THROWS_WITH(read("/dev/null"),
                      "/dev/null: is not a regular file; save it as one first");
    const scratch::Folder folder;
    std::string text;
    for (int i = 0; i < 400'000; ++i) text += "good ";
    const std::string path = folder.file("t", text + "\nna\xEFve\n");
    CHECK_THROWS_WITH(read(path),
                      path +
                          ": byte 2000003 (line 2), 0xEF, is not valid UTF-8; "
                          "convert the file: iconv -f ITS_ENCODING -t UTF-8 " +
                          path + " > utf8.txt");
}
