#include "nn/word2vec.hpp"

#include <cmath>
#include <cstring>
#include <functional>
#include <stdexcept>
#include <string>

#include "nn/word2vec_shard.hpp"
#include "nn/word2vec_step.hpp"
#include "some_text.hpp"
#include "support/catch.hpp"

namespace {

bool same_bytes(const arma::fmat& a, const arma::fmat& b) {
    return a.n_rows == b.n_rows && a.n_cols == b.n_cols &&
           std::memcmp(a.memptr(), b.memptr(), a.n_elem * sizeof(float)) == 0;
}

}  // namespace

TEST_CASE("word2vec: vectors side by side, and back by parts", "[word2vec]") {
    // ten words in a row of numbers; a line end between the ones that are taken
    arma::fmat vectors = arma::regspace<arma::frowvec>(0, 9);
    const std::vector<nn::Token> words{7, nn::line_end, 2, 7, 9};
    arma::fmat packed(1, 5, arma::fill::value(-1.0F));
    nn::gather_vectors(vectors, words.data(), words.size(), packed);
    CHECK(same_bytes(packed, arma::frowvec{7, -1, 2, 7, 9}));
    const arma::fmat changes = arma::frowvec{10, 500, 20, 30, 40};
    arma::fmat expected = vectors;
    expected[7] += 40;  // 7 and 3 are in one part, 2 in another, 9 in a third
    nn::scatter_vectors(changes, words.data(), words.size(), 3, vectors);
    CHECK(same_bytes(vectors, expected));
    expected[2] += 20, expected[9] += 40;
    for (const std::size_t part : {0u, 1u, 2u})
        nn::scatter_vectors(changes, words.data(), words.size(), part, vectors);
    CHECK(same_bytes(vectors, expected));
}

TEST_CASE("word2vec: how many shards see the same vectors", "[word2vec]") {
    nn::Word2VecOptions options;
    options.sample = 0;
    CHECK(nn::shards_of_a_step(numbers(10), options) == 1);
    CHECK(nn::shards_of_a_step(numbers(500), options) == nn::most_shards);
    // met 16 times in 64 words is once in four: by the most common centre
    options.learning_rate = 1e-9;
    CHECK(nn::shards_of_a_step(numbers(64), options) == 3);
    // 2 / (rate · 16 centres · 6 pairs · 5 draws / 64): by the most common noise
    options.learning_rate = 0.1, options.noise_power = 0;
    CHECK(nn::shards_of_a_step(numbers(64), options) == 2);
}

TEST_CASE("word2vec: the same bytes at any number of threads, run after run",
          "[word2vec]") {
    const nn::Vocabulary vocabulary = numbers(26);
    nn::TokenArray tokens(some_text(30'000, 26));
    nn::Word2VecOptions options;
    options.dimension = 20;
    options.epochs = 2;
    options.sample = 0.01;
    const nn::WordEmbedding one = nn::train_word2vec(tokens, vocabulary, options);
    for (const unsigned threads : {1u, 2u, 3u, 4u}) {
        options.threads = threads;
        const nn::WordEmbedding again =
            nn::train_word2vec(tokens, vocabulary, options);
        CHECK(same_bytes(one.centre, again.centre));
        CHECK(same_bytes(one.neighbour, again.neighbour));
    }
    options.seed = 43;
    CHECK_FALSE(same_bytes(one.centre,
                           nn::train_word2vec(tokens, vocabulary, options).centre));
}

TEST_CASE("word2vec: words in like company end up near each other", "[word2vec]") {
    // a and b stand between c and d; e and f between g and h
    std::vector<nn::Token> text;
    nn::Rng rng(1);
    for (int i = 0; i < 4000; ++i) {
        const auto pick = static_cast<nn::Token>(rng.interval(3));
        const nn::Token side = pick < 2 ? 2 : 6;
        text.insert(text.end(),
                    {side, pick < 2 ? pick : pick + 2, side + 1, nn::line_end});
    }
    nn::TokenArray tokens(text);
    nn::Word2VecOptions options;
    options.dimension = 8;
    options.context_window = 2;
    options.sample = 0;
    const arma::fmat W = nn::train_word2vec(tokens, numbers(8), options).centre;
    const auto cosine = [&](arma::uword a, arma::uword b) {
        return arma::norm_dot(W.col(a), W.col(b));
    };
    CHECK(cosine(0, 1) > 0.9F);
    CHECK(cosine(4, 5) > 0.9F);
    CHECK(cosine(0, 4) < cosine(0, 1) - 0.2F);
}

TEST_CASE("word2vec: progress is told of each word once, and may stop the training",
          "[word2vec]") {
    nn::TokenArray tokens(some_text(20'000, 10));
    nn::Word2VecOptions options;
    options.dimension = 4;
    options.epochs = 2;
    options.threads = 2;
    std::size_t words = 0;
    nn::train_word2vec(tokens, numbers(10), options,
                       [&](std::size_t n) { words += n; });
    CHECK(words == 40'000);
    struct Enough {};
    CHECK_THROWS_AS(nn::train_word2vec(tokens, numbers(10), options,
                                       [](std::size_t) { throw Enough{}; }),
                    Enough);
}

TEST_CASE("word2vec: options out of range, and texts without a pair",
          "[word2vec]") {
    const auto message =
        [](const std::function<void(nn::Word2VecOptions&)>& change,
           std::vector<nn::Token> text = {0, 1, 0, 1}) -> std::string {
        nn::TokenArray tokens(std::move(text));
        nn::Word2VecOptions options;
        options.sample = 0;
        change(options);
        try {
            nn::train_word2vec(tokens, numbers(2), options);
        } catch (const std::invalid_argument& error) {
            return error.what();
        }
        return "";
    };
    const auto keep = [](nn::Word2VecOptions&) {};
    CHECK(message(keep) == "");
    CHECK(message([](auto& o) { o.dimension = 0; }) ==
          "train_word2vec: dimension is 0; give at least 1");
    CHECK(message([](auto& o) { o.epochs = 0; }) ==
          "train_word2vec: epochs is 0; give at least 1");
    CHECK(message([](auto& o) { o.negative_samples = 0; }) ==
          "train_word2vec: negative_samples is 0; give at least 1");
    CHECK(message([](auto& o) { o.context_window = 0; }) ==
          "ThinnedText: a context window of 0 words; give 1 to 255");
    CHECK(message([](auto& o) { o.context_window = 256; }) ==
          "ThinnedText: a context window of 256 words; give 1 to 255");
    CHECK(message([](auto& o) { o.threads = 0; }) ==
          "train_word2vec: threads is 0; give at least 1");
    for (const double rate : {0.0, -1.0, std::nan(""), HUGE_VAL})
        CHECK(message([&](auto& o) {
                  o.learning_rate = rate;
              }).find("it must be above 0 and finite") != std::string::npos);
    for (const double sample : {-1.0, std::nan(""), HUGE_VAL})
        CHECK(message([&](auto& o) {
                  o.sample = sample;
              }).find("share of the text") != std::string::npos);
    CHECK(message([](auto& o) {
              o.noise_power = std::nan("");
          }).find("0.75 is usual") != std::string::npos);
    const std::string no_pair =
        "train_word2vec: no line of the text has two words left; give more text, "
        "or sample 0";
    CHECK(message(keep, {}) == no_pair);
    CHECK(message(keep, {0}) == no_pair);
    CHECK(message(keep, {0, nn::line_end, 1, nn::line_end}) == no_pair);
    CHECK(message(
              [](auto& o) {
                  o.learning_rate = 1e30;
                  o.epochs = 20;
              },
              {0, 1, 0, 1, 0, 1})
              .find("no longer finite; lower the learning rate") !=
          std::string::npos);
}
