#include "nn/word_vectors.hpp"

#include <limits>

#include "random_vectors.hpp"
#include "support/catch.hpp"

namespace {

using Words = std::vector<std::string>;

/// Words in the plane; "east" and "also east" point the same way.
nn::WordVectors compass() {
    return {{"east", "north", "west", "also east", "north-east", "nowhere"},
            {{2, 0, -1, 3, 1, 0}, {0, 1, 0, 0, 1, 0}}};
}

Words words_of(const std::vector<nn::Neighbour>& neighbours) {
    Words words;
    for (const nn::Neighbour& n : neighbours) words.push_back(n.word);
    return words;
}

}  // namespace

TEST_CASE("a word's place is the first where it stands", "[word_vectors]") {
    const nn::WordIndex index(Words{"a", "b", "a"});
    CHECK(index.find("a") == 0u);
    CHECK(index.find("b") == 1u);
    CHECK_FALSE(index.find("c"));
    CHECK_FALSE(index.find(""));
}

TEST_CASE("the cosine of words, and of none", "[word_vectors]") {
    const nn::WordSpace space(compass());
    CHECK(space.cosine_of(0, 3) == 1.0);
    CHECK(space.cosine_of(0, 1) == 0.0);
    CHECK(space.cosine_of(0, 2) == -1.0);
    CHECK(space.cosine_of(0, 5) == 0.0);
    CHECK(space.cosine_of(0, 4) == Approx(std::sqrt(0.5)).epsilon(1e-7));
    const std::vector<double> none{0.0, 0.0}, one{1.0, 2.0};
    CHECK(nn::cosine<double>(none, one) == 0.0);
    CHECK_THROWS_WITH(nn::cosine<double>(one, std::span(one).first(1)),
                      "cosine: 2 and 1 numbers; the lengths must agree");
}

TEST_CASE(
    "neighbours: nearest first, ties in the words' order, not the word itself",
    "[word_vectors]") {
    const nn::WordSpace space(compass());
    CHECK(words_of(space.neighbours("north", 10)) ==
          Words{"north-east", "east", "west", "also east", "nowhere"});
    CHECK(words_of(space.neighbours("east", 2)) ==
          Words{"also east", "north-east"});
    CHECK(space.neighbours("east", 1)[0].score == 1.0);
    CHECK(space.neighbours("east", 0).empty());
}

TEST_CASE("neighbours of many words are those of a plain search",
          "[word_vectors]") {
    const nn::WordVectors vectors = random_vectors(20, 700, 3);
    const nn::WordSpace space(vectors);
    for (const arma::uword word : {0u, 17u, 699u}) {
        std::vector<std::pair<double, arma::uword>> plain;
        for (arma::uword other = 0; other < 700; ++other)
            if (other != word)
                plain.push_back(
                    {-nn::cosine<float>({vectors.vectors.colptr(word), 20},
                                        {vectors.vectors.colptr(other), 20}),
                     other});
        std::sort(plain.begin(), plain.end());
        const auto found = space.neighbours(vectors.words[word], 10);
        REQUIRE(found.size() == 10);
        for (std::size_t i = 0; i < 10; ++i) {
            CHECK(found[i].word == vectors.words[plain[i].second]);
            CHECK(found[i].score == Approx(-plain[i].first).margin(1e-6));
        }
    }
}

TEST_CASE("an analogy: the difference of two words carried to a third",
          "[word_vectors]") {
    const nn::WordSpace space(nn::WordVectors{
        {"man", "woman", "king", "queen", "cart"},
        {{1, 1, 1, 1, 0}, {0, 1, 0, 1, 0.2F}, {0, 0, 2, 2, 0}, {0, 0, 0, 0, 1}}});
    for (const auto by : {nn::AnalogyBy::adding, nn::AnalogyBy::multiplying})
        CHECK(words_of(space.analogy("man", "king", "woman", 9, by)) ==
              Words{"queen", "cart"});
    const double with_a = space.cosine_of(3, 0), with_b = space.cosine_of(3, 2),
                 with_c = space.cosine_of(3, 1);
    CHECK(space.analogy("man", "king", "woman", 1)[0].score ==
          Approx(with_b - with_a + with_c).margin(1e-6));
    CHECK(space.analogy("man", "king", "woman", 1, nn::AnalogyBy::multiplying)[0]
              .score ==
          Approx((1 + with_b) * (1 + with_c) / 4 / ((1 + with_a) / 2 + 0.001))
              .margin(1e-6));
    CHECK(words_of(space.analogy("man", "man", "man", 1)) == Words{"woman"});
}

TEST_CASE("numbers whose squares no float holds", "[word_vectors]") {
    const nn::WordSpace space(
        nn::WordVectors{{"a", "b", "c"}, {{1e30F, 2e30F, 1e-30F}, {0, 0, 1e-30F}}});
    CHECK(space.cosine_of(0, 1) == 1.0);
    CHECK(space.cosine_of(0, 2) == Approx(std::sqrt(0.5)).epsilon(1e-7));
}

TEST_CASE("vectors that cannot be looked at are refused", "[word_vectors]") {
    const auto refuses = [](nn::WordVectors vectors, const std::string& problem) {
        CHECK_THROWS_WITH(nn::WordSpace(std::move(vectors)),
                          "WordSpace: " + problem);
    };
    refuses({{}, arma::fmat(2, 0)}, "no words; give at least 1");
    refuses({{"a", "b"}, arma::fmat(2, 3)},
            "2 words and 2 × 3 numbers; give a column a word");
    refuses({{"a"}, arma::fmat(0, 1)},
            "1 words and 0 × 1 numbers; give a column a word");
    nn::WordVectors bad = compass();
    for (const float value : {std::numeric_limits<float>::quiet_NaN(),
                              std::numeric_limits<float>::infinity()}) {
        bad.vectors(1, 2) = value;
        refuses(
            bad,
            "the vector of 'west' is not finite; was the learning rate too large?");
    }
    CHECK_THROWS_WITH(nn::WordSpace(compass()).neighbours("up", 3),
                      "WordSpace: 'up' is none of the 6 words; look it up first");
    CHECK_THROWS_AS(nn::WordSpace(compass()).analogy("east", "up", "west", 3),
                    std::invalid_argument);
}
