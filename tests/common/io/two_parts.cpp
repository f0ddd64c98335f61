#include "nn/io/two_parts.hpp"

#include "nn/io/error.hpp"
#include "support/catch.hpp"

namespace {

nn::Corpus corpus_of(std::vector<std::string> lines) {
    nn::Corpus corpus{"a text", {}, std::move(lines), {"first", "second"}};
    corpus.labels.resize(corpus.lines.size());
    corpus.second_part = corpus.lines.size() / 2;
    return corpus;
}

nn::Corpus twenty_lines() {
    std::vector<std::string> lines(10, "The sea, the sky.");
    lines.resize(20, "The land!");
    return corpus_of(lines);
}

}  // namespace

TEST_CASE("lines become shares of common words", "[two-parts]") {
    const nn::TwoParts task = nn::two_parts(twenty_lines(), 42, 3);
    CHECK(task.words.front() == "the");
    CHECK(task.words.size() == 3);
    CHECK(task.train.X.n_cols == 16);
    CHECK(task.validation.X.n_cols == 2);
    CHECK(task.test.X.n_cols == 2);
    CHECK(task.lines == 20);
    CHECK(task.second == 10);
    for (arma::uword i = 0; i < 16; ++i)  // "the" is 2 of 4 words, or 1 of 2
        CHECK(task.train.X(0, i) == 0.5);
    const double second = arma::accu(task.train.y) + arma::accu(task.validation.y) +
                          arma::accu(task.test.y);
    CHECK(second == 10.0);
}

TEST_CASE("a word's label is that of its part", "[two-parts]") {
    const nn::TwoParts task = nn::two_parts(twenty_lines(), 7, 10);
    REQUIRE(task.words.size() ==
            4);  // the, and land, sea, sky by count and spelling
    const auto land = static_cast<arma::uword>(
        std::find(task.words.begin(), task.words.end(), "land") -
        task.words.begin());
    for (arma::uword i = 0; i < task.train.X.n_cols; ++i)
        CHECK((task.train.X(land, i) > 0.0) == (task.train.y[i] == 1.0));
}

TEST_CASE("a text that cannot be split or has no words is refused", "[two-parts]") {
    CHECK_THROWS_WITH(
        nn::two_parts(corpus_of(std::vector<std::string>(9, "word")), 42, 5),
        "a text: 9 lines of text; a split into tenths needs at least 10");
    CHECK_THROWS_WITH(
        nn::two_parts(corpus_of(std::vector<std::string>(20, "...")), 42, 5),
        "a text: no word in the 16 lines to learn from; give a text with words");
    nn::Corpus one_part = twenty_lines();
    one_part.second_part = 20;
    CHECK_THROWS_AS(nn::two_parts(one_part, 42, 5), nn::InputError);
}
