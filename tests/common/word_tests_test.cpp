#include "nn/word_tests.hpp"

#include "nn/rank_correlation.hpp"
#include "nn/rng.hpp"
#include "random_vectors.hpp"
#include "support/catch.hpp"

namespace {

using Words = std::vector<std::string>;

nn::WordSpace random_space(arma::uword d, arma::uword n) {
    return nn::WordSpace(random_vectors(d, n, 4));
}

/// Man and woman, king and queen. The second "king" and the second "queen" are the
/// best answers to "man is to king as woman is to …".
nn::WordSpace royal() {
    return nn::WordSpace(
        nn::WordVectors{{"man", "Woman", "KING", "Queen", "cart", "king", "QUEEN"},
                        {{1, 1, 1, 1, 0, 0.154F, 0.154F},
                         {0, 1, 0, 1, 0, 0.707F, 0.6F},
                         {0, 0, 2, 2, 0, 0.894F, 0.894F},
                         {0, 0, 0, 0, 1, 0, 0}}});
}

const Words royal_keys{"man", "woman", "king", "queen", "cart", "king", "queen"};

/// Random questions about the words of random_space(), and one it does not know.
std::vector<nn::AnalogySection> random_questions(nn::Rng& rng, std::size_t words) {
    std::vector<nn::AnalogySection> sections{
        {"one", {}}, {"none", {}}, {"two", {}}};
    const auto word = [&] {
        return "w" +
               std::to_string(rng.interval(static_cast<std::uint32_t>(words - 1)));
    };
    for (int i = 0; i < 200; ++i) {
        nn::Analogy question;
        for (std::string& w : question) w = word();
        sections[i % 2 == 0 ? 0 : 2].questions.push_back(question);
    }
    sections[0].questions.push_back({"w0", "w1", "unknown", "w2"});
    return sections;
}

std::size_t right_one_by_one(const nn::WordSpace& space,
                             const nn::AnalogySection& section, nn::AnalogyBy by) {
    std::size_t right = 0;
    for (const auto& [a, b, c, d] : section.questions)
        if (space.find(c)) right += space.analogy(a, b, c, 1, by)[0].word == d;
    return right;
}

}  // namespace

TEST_CASE("similarity: pairs with an unknown word are left out", "[word_tests]") {
    const nn::WordSpace space = random_space(5, 10);
    const std::vector<nn::WordPair> pairs{{"w0", "w1", 3.0},
                                          {"w2", "what", 9.0},
                                          {"w3", "w3", 10.0},
                                          {"w4", "w5", 3.0}};
    const nn::SimilarityScore score =
        nn::score_similarity(space, space.words(), pairs);
    CHECK(score.given == 4);
    CHECK(score.covered == 3);
    const std::vector<double> people{3, 10, 3};
    const std::vector<double> cosines{space.cosine_of(0, 1), space.cosine_of(3, 3),
                                      space.cosine_of(4, 5)};
    CHECK(score.spearman == nn::spearman(people, cosines));
}

TEST_CASE("similarity: too few pairs to have an order", "[word_tests]") {
    const nn::WordSpace space = random_space(5, 10);
    using Pairs = std::vector<nn::WordPair>;
    for (const Pairs& pairs :
         {Pairs{}, Pairs{{"w0", "what", 1.0}, {"w0", "w1", 2.0}},
          Pairs{{"w0", "w1", 2.0}, {"w0", "w2", 2.0}},
          Pairs{{"w0", "w1", 2.0}, {"w1", "w0", 3.0}}})
        CHECK_FALSE(nn::score_similarity(space, space.words(), pairs).spearman);
}

TEST_CASE("of words with one key the first stands for all", "[word_tests]") {
    const nn::WordSpace space = royal();
    const std::vector<nn::WordPair> pairs{{"man", "king", 1.0},
                                          {"man", "cart", 0.0}};
    const auto score = nn::score_similarity(space, royal_keys, pairs);
    CHECK(score.covered == 2);
    CHECK(score.spearman == 1.0);
}

TEST_CASE("no word with a question's key is an answer", "[word_tests]") {
    const std::vector<nn::AnalogySection> sections{
        {"queen", {{"man", "king", "woman", "queen"}}},
        {"king", {{"man", "king", "woman", "king"}}}};
    const auto scores = nn::score_analogies(royal(), royal_keys, sections);
    CHECK(scores[0].right_by_adding + scores[0].right_by_multiplying == 2);
    CHECK(scores[1].covered == 1);
    CHECK(scores[1].right_by_adding + scores[1].right_by_multiplying == 0);
}

TEST_CASE("an analogy without a word left to answer it", "[word_tests]") {
    const nn::WordSpace space = random_space(2, 3);
    const std::vector<nn::AnalogySection> sections{
        {"", {{"w0", "w1", "w2", "w0"}}}};
    const auto scores = nn::score_analogies(space, space.words(), sections);
    CHECK(scores.at(0).covered == 1);
    CHECK(scores.at(0).right_by_adding + scores.at(0).right_by_multiplying == 0);
    CHECK(space.analogy("w0", "w1", "w2", 5).empty());
}

TEST_CASE("all analogies at once are answered as one by one", "[word_tests]") {
    for (const arma::uword words : {20u, 255u, 256u, 257u, 600u}) {
        const nn::WordSpace space = random_space(3, words);
        nn::Rng rng(6);
        auto sections = random_questions(rng, words);
        for (nn::AnalogySection& section : sections)
            for (auto& [a, b, c, d] : section.questions)
                if (space.find(c) && rng.interval(1) == 0)
                    d = space
                            .analogy(a, b, c, 1,
                                     rng.interval(1) == 0
                                         ? nn::AnalogyBy::adding
                                         : nn::AnalogyBy::multiplying)[0]
                            .word;
        const auto scores = nn::score_analogies(space, space.words(), sections);
        REQUIRE(scores.size() == 3);
        for (std::size_t i = 0; i < 3; ++i) {
            CHECK(scores[i].section == sections[i].name);
            CHECK(scores[i].given == sections[i].questions.size());
            CHECK(scores[i].covered == scores[i].given - (i == 0 ? 1 : 0));
            CHECK(scores[i].right_by_adding ==
                  right_one_by_one(space, sections[i], nn::AnalogyBy::adding));
            CHECK(scores[i].right_by_multiplying ==
                  right_one_by_one(space, sections[i], nn::AnalogyBy::multiplying));
        }
        const nn::AnalogyScore total = nn::total_of(scores);
        CHECK(total.given == 201);
        CHECK(total.covered == 200);
        CHECK(total.right_by_adding ==
              scores[0].right_by_adding + scores[2].right_by_adding);
        CHECK(total.right_by_adding > 20);
        CHECK(total.right_by_multiplying > 20);
    }
}

TEST_CASE("of words equally good as an answer the first is taken", "[word_tests]") {
    nn::WordVectors vectors{{}, arma::fmat(2, 600, arma::fill::zeros)};
    for (arma::uword j = 0; j < 600; ++j) {
        vectors.words.push_back("w" + std::to_string(j));
        vectors.vectors(j < 3 ? 0 : 1, j) = 1;
    }
    for (const arma::uword j : {300u, 590u})
        vectors.vectors.col(j) = arma::fvec{1, 0};
    const nn::WordSpace space(std::move(vectors));
    const std::vector<nn::AnalogySection> sections{
        {"first", {{"w0", "w1", "w2", "w300"}}},
        {"second", {{"w0", "w1", "w2", "w590"}}}};
    const auto scores = nn::score_analogies(space, space.words(), sections);
    CHECK(scores[0].right_by_adding == 1);
    CHECK(scores[0].right_by_multiplying == 1);
    CHECK(scores[1].right_by_adding + scores[1].right_by_multiplying == 0);
    CHECK(space.analogy("w0", "w1", "w2", 2)[0].word == "w300");
    CHECK(space.analogy("w0", "w1", "w2", 2)[1].word == "w590");
}

TEST_CASE("the best answer may have a score below 0", "[word_tests]") {
    nn::WordVectors vectors{{}, arma::fmat(1, 600, arma::fill::ones)};
    for (int j = 0; j < 600; ++j) vectors.words.push_back("w" + std::to_string(j));
    vectors.vectors(0, 1) = vectors.vectors(0, 2) = -1;
    const nn::WordSpace space(std::move(vectors));
    const std::vector<nn::AnalogySection> sections{
        {"", {{"w0", "w1", "w2", "w3"}}}};
    const auto scores = nn::score_analogies(space, space.words(), sections);
    CHECK(scores[0].right_by_adding == 1);
    CHECK(space.analogy("w0", "w1", "w2", 1)[0].score == -3.0);
}

TEST_CASE("only the first 300,000 words are looked at", "[word_tests]") {
    nn::WordVectors vectors{{}, arma::fmat(1, 300'001, arma::fill::ones)};
    for (int j = 0; j <= 300'000; ++j)
        vectors.words.push_back("w" + std::to_string(j));
    const nn::WordSpace space(std::move(vectors));
    const std::vector<nn::WordPair> pairs{{"w1", "w299999", 1.0},
                                          {"w1", "w300000", 1.0}};
    CHECK(nn::score_similarity(space, space.words(), pairs).covered == 1);
    const std::vector<nn::AnalogySection> sections{
        {"late", {{"w1", "w2", "w3", "w299999"}, {"w1", "w2", "w3", "w300000"}}}};
    CHECK(nn::score_analogies(space, space.words(), sections)[0].covered == 1);
}

TEST_CASE("no questions, and a key too few", "[word_tests]") {
    const nn::WordSpace space = random_space(2, 5);
    CHECK(nn::score_analogies(space, space.words(), {}).empty());
    CHECK(nn::total_of({}).given == 0);
    const std::vector<std::string> four(4, "key");
    CHECK_THROWS_WITH(nn::score_similarity(space, four, {}),
                      "word_tests: 4 keys and 5 words; give a key a word");
}
