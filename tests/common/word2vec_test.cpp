#include "nn/word2vec.hpp"

#include <cmath>
#include <cstring>
#include <functional>
#include <stdexcept>
#include <string>

#include "nn/discrete_distribution.hpp"
#include "nn/philox.hpp"
#include "nn/sigmoid.hpp"
#include "nn/subsampling.hpp"
#include "nn/thinned_text.hpp"
#include "support/catch.hpp"

namespace {

nn::Vocabulary numbers(std::size_t n) {
    std::vector<nn::WordCount> counts;
    for (std::size_t i = 0; i < n; ++i)
        counts.push_back({std::to_string(i), static_cast<double>(1000 - i)});
    return {counts, 1};
}

/// A text of `words` words of `vocabulary` letters, in lines of different lengths.
std::vector<nn::Token> some_text(std::size_t words, nn::Token vocabulary) {
    nn::Rng rng(7);
    std::vector<nn::Token> text;
    for (std::size_t i = 0; i < words; ++i) {
        text.push_back(static_cast<nn::Token>(rng.interval(vocabulary - 1)));
        if (rng.interval(15) == 0) text.push_back(nn::line_end);
    }
    return text;
}

bool same_bytes(const arma::fmat& a, const arma::fmat& b) {
    return a.n_rows == b.n_rows && a.n_cols == b.n_cols &&
           std::memcmp(a.memptr(), b.memptr(), a.n_elem * sizeof(float)) == 0;
}

/// What train_word2vec() says it does, pair by pair in double: the vectors of a
/// step are those from before it, and the noise words of 16 centres
/// share the weight of 5 for each pair.
struct Plain {
    arma::mat centre, neighbour;
    std::size_t places;  // of a step

    void step(const nn::ThinnedPiece& text, std::size_t first, double rate,
              const nn::Word2VecOptions& options, const nn::AliasTable& noise) {
        const arma::mat W = centre, C = neighbour;
        const nn::CounterRng random(options.seed, 2);
        const auto n = static_cast<std::ptrdiff_t>(text.words.size());
        const auto end = std::min<std::ptrdiff_t>(
            static_cast<std::ptrdiff_t>(first + places), n);
        for (auto i = static_cast<std::ptrdiff_t>(first); i < end; ++i) {
            const auto at = static_cast<std::size_t>(i);
            const nn::Token w = text.words[at];
            double pairs = 0;
            const auto pair = [&](nn::Token c, double label, double weight) {
                const double g =
                    weight * (label - nn::sigmoid(arma::dot(W.col(w), C.col(c))));
                centre.col(w) += g * C.col(c);
                neighbour.col(c) += g * W.col(w);
            };
            for (const std::ptrdiff_t way : {-1, 1})
                for (std::ptrdiff_t k = 1;
                     k <= static_cast<std::ptrdiff_t>(text.windows[at]); ++k) {
                    const std::ptrdiff_t j = i + way * k;
                    if (j < 0 || j >= n) break;
                    const nn::Token c = text.words[static_cast<std::size_t>(j)];
                    if (c == nn::line_end) break;
                    pair(c, 1.0, rate);
                    ++pairs;
                }
            if (w == nn::line_end) continue;
            const std::size_t shard = at / 16;
            for (std::size_t k = 0; k < 32; ++k) {
                const auto drawn = noise.draw(random.uniform(shard * 32 + k));
                pair(static_cast<nn::Token>(drawn), 0.0,
                     rate * pairs * static_cast<double>(options.negative_samples) /
                         32);
            }
        }
    }
};

/// Both trainers on a text; how far apart they end, and how far they came.
struct Apart {
    double worst, learnt;
};

Apart trained_twice(nn::Token words, std::size_t places) {
    const nn::Vocabulary vocabulary = numbers(words);
    nn::TokenArray tokens(some_text(600, words));
    nn::Word2VecOptions options;
    options.dimension = 11;
    options.context_window = 4;
    options.epochs = 3;
    options.sample = 0.02;
    nn::Word2VecOptions none = options;  // as it starts: nothing learnt yet
    none.epochs = 1;
    none.learning_rate = 1e-30;
    const arma::mat start = arma::conv_to<arma::mat>::from(
        nn::train_word2vec(tokens, vocabulary, none).centre);
    Plain plain{start, arma::mat(11, words, arma::fill::zeros), places};
    const nn::AliasTable noise(nn::noise_weights(vocabulary.counts(), 0.75));
    nn::ThinnedText text(tokens, vocabulary, options.sample, 4, true, options.seed);
    double read = 0;
    std::size_t before =
        0;  // places of earlier epochs, in whole shards: the noise goes on
    for (int epoch = 0; epoch < 3; ++epoch) {
        text.rewind();
        for (nn::ThinnedPiece piece; text.next(piece);) {
            const double left = 1 - read / (3 * vocabulary.total());
            const auto rate = static_cast<float>(options.learning_rate * left);
            read += static_cast<double>(piece.words_read);
            piece.words.insert(piece.words.begin(), before, nn::line_end);
            piece.windows.insert(piece.windows.begin(), before, 0);
            for (std::size_t at = before; at < piece.words.size(); at += places)
                plain.step(piece, at, rate, options, noise);
            before = (piece.words.size() + 15) / 16 * 16;
        }
    }
    const nn::WordEmbedding fast = nn::train_word2vec(tokens, vocabulary, options);
    const auto distance = [](const arma::fmat& a, const arma::mat& b) {
        return arma::abs(arma::conv_to<arma::mat>::from(a) - b).max();
    };
    return {std::max(distance(fast.centre, plain.centre),
                     distance(fast.neighbour, plain.neighbour)),
            std::min(arma::abs(plain.neighbour).max(),
                     arma::abs(plain.centre - start).max())};
}

}  // namespace

TEST_CASE("the fast trainer does what pair by pair does in double", "[word2vec]") {
    // the step is a shard where each word is common, and eight where all are rare
    const auto [words, places] =
        GENERATE(std::pair<nn::Token, std::size_t>(20, 16),
                 std::pair<nn::Token, std::size_t>(400, 128));
    const Apart apart = trained_twice(words, places);
    CHECK(apart.worst < 1e-5);
    CHECK(apart.learnt > 1e-3);
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
