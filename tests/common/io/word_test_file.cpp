#include "nn/io/word_test_file.hpp"

#include "nn/io/error.hpp"
#include "support/catch.hpp"
#include "support/scratch.hpp"

namespace {

std::vector<nn::WordPair> pairs_of(const std::string& text) {
    const scratch::Folder folder;
    return nn::read_similarity_test(folder.file("t", text));
}

std::vector<nn::AnalogySection> sections_of(const std::string& text) {
    const scratch::Folder folder;
    return nn::read_analogy_test(folder.file("t", text));
}

/// What is said about a file of these bytes, read by `read`.
template <class Read>
std::string refusal(Read read, const std::string& text) {
    const scratch::Folder folder;
    const std::string path = folder.file("t", text);
    try {
        read(path);
    } catch (const nn::InputError& error) {
        REQUIRE(std::string(error.what()).starts_with(path + ": "));
        return std::string(error.what()).substr(path.size() + 2);
    }
    return "no refusal";
}

}  // namespace

TEST_CASE("words are compared case folded", "[word_test_file]") {
    CHECK(nn::folded("Paris") == "paris");
    CHECK(nn::folded("STRASSE") == nn::folded("Straße"));
    CHECK(nn::folded("СЛОВО") == "слово");
    CHECK(nn::folded_words({"A", "b"}) == std::vector<std::string>{"a", "b"});
}

TEST_CASE("pairs with tabs or spaces between", "[word_test_file]") {
    for (const std::string text :
         {"Love\tsex\t6.77\ntiger\tTIGER\t10.00\n",
          "Love sex 6.77\ntiger TIGER 10.00",
          "Love  sex 6.77 \r\n\r\ntiger TIGER 1e1\r\n",
          "\uFEFF# from people\nLove\tsex \t 6.77\n\n#\ntiger\tTIGER\t10\n",
          "Word 1\tWord 2\tHuman (mean)\nLove\tsex\t6.77\ntiger\ttiger\t10\n"}) {
        const auto pairs = pairs_of(text);
        REQUIRE(pairs.size() == 2);
        CHECK(pairs[0].first == "love");
        CHECK(pairs[0].second == "sex");
        CHECK(pairs[0].score == 6.77);
        CHECK(pairs[1].second == "tiger");
        CHECK(pairs[1].score == 10.0);
    }
    CHECK(pairs_of("new york\tcity\t-1\nb\tc\t2\n")[0].first == "new york");
}

TEST_CASE("similarity files that are none", "[word_test_file]") {
    const auto said = [](const std::string& text) {
        return refusal(nn::read_similarity_test, text);
    };
    const std::string fields =
        " fields; give two words and a score, with a tab or spaces between them";
    CHECK(said("a b 1\nc d\n") == "line 2: 2" + fields);
    CHECK(said("a b 1\n\nc,d,2\n") == "line 3: 1" + fields);
    CHECK(said("a b 1 2\n") == "line 1: 4" + fields);
    for (const std::string score : {"x", "nan", "inf", "1,5", "1e999"})
        CHECK(said("a b 1\nc d " + score + "\n") ==
              "line 2: '" + score + "' is no score; give a finite number");
    const std::string remedy =
        " pairs, and no two different scores; give at least two pairs that people "
        "scored differently";
    CHECK(said("") == "0" + remedy);
    CHECK(said("# a b 1\n") == "0" + remedy);
    CHECK(said("a b 1\n") == "1" + remedy);
    CHECK(said("a b 1\nc d 1\n") == "2" + remedy);
    CHECK_THAT(said("a b 1\nna\xEFve b 2\n"), oracle::mentions("not valid UTF-8"));
    CHECK_THROWS_WITH(nn::read_similarity_test("/no/such"),
                      "/no/such: no such file; check the path");
    CHECK_THROWS_WITH(nn::read_similarity_test("/usr"),
                      "/usr: is a directory; name one file in it");
}

TEST_CASE("analogies in sections", "[word_test_file]") {
    const auto sections = sections_of(
        ": capitals of the world\r\nAthens Greece Bern Switzerland\r\n\r\n"
        ": empty\n:family\nman\tking\twoman\tqueen\nboy girl  brother sister");
    REQUIRE(sections.size() == 3);
    CHECK(sections[0].name == "capitals of the world");
    CHECK(sections[0].questions ==
          std::vector<nn::Analogy>{{"athens", "greece", "bern", "switzerland"}});
    CHECK(sections[1].questions.empty());
    CHECK(sections[2].name == "family");
    CHECK(sections[2].questions ==
          std::vector<nn::Analogy>{{"man", "king", "woman", "queen"},
                                   {"boy", "girl", "brother", "sister"}});
    CHECK(sections_of(":\na b c d\n")[0].name.empty());
}

TEST_CASE("analogy files that are none", "[word_test_file]") {
    const auto said = [](const std::string& text) {
        return refusal(nn::read_analogy_test, text);
    };
    CHECK(said("a b c d\n") ==
          "line 1: a question before the first section; begin with ': name'");
    CHECK(said(": s\na b c d\na b c\n") ==
          "line 3: 3 words; give four, or ': name' to begin a section");
    CHECK(said(": s\na b c d e\n") ==
          "line 2: 5 words; give four, or ': name' to begin a section");
    for (const std::string text : {"", "\n", ": s\n"})
        CHECK(said(text) ==
              "no question; give lines of four words, 'man king woman queen'");
    CHECK_THAT(said(": s\nna\xEFve b c d\n"), oracle::mentions("not valid UTF-8"));
}
