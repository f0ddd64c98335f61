/// The fast trainer against a slow loop in double that draws the same words.
#include <cmath>
#include <utility>

#include "nn/discrete_distribution.hpp"
#include "nn/philox.hpp"
#include "nn/sigmoid.hpp"
#include "nn/subsampling.hpp"
#include "nn/thinned_text.hpp"
#include "nn/word2vec.hpp"
#include "some_text.hpp"
#include "support/catch.hpp"

namespace {

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
