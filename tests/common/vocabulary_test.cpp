#include "nn/vocabulary.hpp"

#include "support/catch.hpp"

TEST_CASE("words are counted, the frequent ones first", "[words]") {
    const std::vector<nn::WordCount> counts =
        nn::count_words({"b", "a", "c", "a", "б", "b", "a"});
    REQUIRE(counts.size() == 4);
    CHECK(counts[0].word == "a");
    CHECK(counts[0].count == 3.0);
    CHECK(counts[1].word == "b");
    CHECK(counts[2].word == "c");  // ties by bytes
    CHECK(counts[3].word == "б");
    CHECK(nn::count_words({}).empty());
}

TEST_CASE("a vocabulary numbers the words by falling count", "[words]") {
    const nn::Vocabulary vocabulary(
        nn::count_words({"b", "a", "c", "a", "б", "b", "a"}), 2.0);
    REQUIRE(vocabulary.size() == 2);
    CHECK(vocabulary.word(0) == "a");
    CHECK(vocabulary.count(1) == 2.0);
    CHECK(vocabulary.counts() == std::vector<double>{3.0, 2.0});
    CHECK(vocabulary.total() == 5.0);  // the rare words do not count
}

TEST_CASE("every word is found by its name, and no other", "[words]") {
    std::vector<std::string> text;
    for (int i = 0; i < 500; ++i)
        for (int times = 0; times <= i % 7; ++times)
            text.push_back("w" + std::to_string(i));
    const nn::Vocabulary all(nn::count_words(text), 1.0);
    REQUIRE(all.size() == 500);
    for (nn::Token token = 0; token < all.size(); ++token)
        CHECK(all.find(all.word(token)) == token);
    for (const std::string unknown : {"", "w", "w500", "w00", "x", "W1"})
        CHECK(all.find(unknown) == std::nullopt);
    const nn::Vocabulary copy = all;  // its search is its own
    CHECK(copy.find("w6") == all.find("w6"));
}

TEST_CASE("a vocabulary without a word is refused", "[words]") {
    CHECK_THROWS_WITH(nn::Vocabulary({}, 1.0),
                      "Vocabulary: no word; give a text with some");
    CHECK_THROWS_WITH(
        nn::Vocabulary({{"the", 4.0}, {"a", 1.0}}, 5.0),
        "Vocabulary: the most common word, \"the\", occurs 4 times and "
        "the minimum count is 5; lower it, or give more text");
    CHECK_THROWS_AS(nn::Vocabulary({{"the", 4.0}}, double{NAN}),
                    std::invalid_argument);
    CHECK_THROWS_WITH(nn::Vocabulary({{"a", 1.0}, {"the", 4.0}}, 1.0),
                      oracle::mentions("sort by more_common"));
}

TEST_CASE("a text in memory is read in any pieces, again and again", "[words]") {
    const std::vector<nn::Token> text{3, 1, nn::line_end, 4, 1};
    nn::TokenArray stream(text);
    for (const std::size_t piece : {1u, 2u, 5u, 9u}) {
        std::vector<nn::Token> read, out(piece);
        for (std::size_t n = 0; (n = stream.read(out)) > 0;)
            read.insert(read.end(), out.begin(),
                        out.begin() + static_cast<std::ptrdiff_t>(n));
        CHECK(read == text);
        CHECK(stream.read(out) == 0);
        stream.rewind();
    }
}
