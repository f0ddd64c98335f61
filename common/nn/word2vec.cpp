#include "nn/word2vec.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "nn/discrete_distribution.hpp"
#include "nn/learning_rate.hpp"
#include "nn/philox.hpp"
#include "nn/require.hpp"
#include "nn/subsampling.hpp"
#include "nn/thinned_text.hpp"
#include "nn/vector_math.hpp"
#include "nn/word2vec_shard.hpp"
#include "nn/word2vec_step.hpp"
#include "nn/worker_team.hpp"

namespace nn {

namespace {

// [snip:fast-trainer]
class FastWord2Vec {
public:
    FastWord2Vec(const Vocabulary& vocabulary, const Word2VecOptions& options);

    void learn(const ThinnedPiece& text, float learning_rate);
    WordEmbedding& embedding() { return embedding_; }

private:
    void find_gradients(std::size_t first, std::uint64_t number,
                        float learning_rate, Word2VecShard& shard) const;
    void steps_from_scores(std::size_t first, std::size_t i, float learning_rate,
                           Word2VecShard& shard) const;
    void pick_outputs(std::size_t first, std::uint64_t number,
                      Word2VecShard& shard) const;
    std::size_t open_window(std::size_t first, std::size_t i, float learning_rate,
                            arma::fvec& rate) const;
    void update(std::size_t first, std::size_t shards, std::size_t part);

    Word2VecOptions options_;
    AliasTable noise_;
    CounterRng random_;
    WordEmbedding embedding_;
    std::vector<Word2VecShard> shards_;
    WorkerTeam team_;
    std::vector<Token> words_;          // of the piece, with margins of line ends
    std::vector<std::size_t> windows_;  // of the piece, with margins of 0
    std::uint64_t shards_done_ = 0;
};
// [snip:fast-trainer]

// [snip:fast-start]
FastWord2Vec::FastWord2Vec(const Vocabulary& vocabulary,
                           const Word2VecOptions& options)
    : options_(options),
      noise_(noise_weights(vocabulary.counts(), options.noise_power)),
      random_(options.seed, 2),
      shards_(shards_of_a_step(vocabulary, options),
              {options.dimension, shard_centres + 2 * options.context_window}),
      team_(shards_.size() > 1 ? options.threads : 1) {
    const arma::uword d = options.dimension, V = vocabulary.size();
    embedding_.centre.set_size(d, V);
    embedding_.neighbour.zeros(d, V);
    const CounterRng random(options.seed, 0);
    for (arma::uword i = 0; i < d * V; ++i)
        embedding_.centre[i] =
            static_cast<float>((random.uniform(i) - 0.5) / static_cast<double>(d));
}
// [snip:fast-start]

// [snip:learn]
void FastWord2Vec::learn(const ThinnedPiece& text, float learning_rate) {
    const std::size_t n = text.words.size(), margin = options_.context_window;
    words_.assign(margin, line_end);
    words_.insert(words_.end(), text.words.begin(), text.words.end());
    words_.resize(margin + n + shard_centres + margin, line_end);
    windows_.assign(text.windows.begin(), text.windows.end());
    windows_.resize(n + shard_centres, 0);
    const std::size_t step = shards_.size() * shard_centres;
    for (std::size_t first = 0; first < n; first += step) {
        const std::size_t shards =
            (std::min(step, n - first) + shard_centres - 1) / shard_centres;
        team_.for_each_shard(shards, [&](std::size_t s) {
            find_gradients(first + s * shard_centres, shards_done_ + s,
                           learning_rate, shards_[s]);
        });
        team_.for_each_shard(
            row_parts, [&](std::size_t part) { update(first, shards, part); });
        shards_done_ += shards;
    }
}
// [snip:learn]

// [snip:pick-outputs]
void FastWord2Vec::pick_outputs(std::size_t first, std::uint64_t number,
                                Word2VecShard& shard) const {
    const std::size_t around = shard.outputs.size() - shard_noise;
    std::copy_n(words_.begin() + static_cast<std::ptrdiff_t>(first), around,
                shard.outputs.begin());
    for (std::size_t i = 0; i < shard_noise; i += 2) {
        const PhiloxBlock bits = random_.block((number * shard_noise + i) / 2);
        Token* const out = &shard.outputs[around + i];
        out[0] =
            static_cast<Token>(noise_.draw(uniform_from_bits(bits[0], bits[1])));
        out[1] =
            static_cast<Token>(noise_.draw(uniform_from_bits(bits[2], bits[3])));
    }
}
// [snip:pick-outputs]

// [snip:open-window]
/// \brief Sets the rates of the neighbours of centre i of a shard, and counts them.
std::size_t FastWord2Vec::open_window(std::size_t first, std::size_t i,
                                      float learning_rate, arma::fvec& rate) const {
    const std::size_t window = windows_[first + i];
    const std::size_t centre = options_.context_window + i;  // among the outputs
    std::size_t pairs = 0;
    rate.head(rate.n_elem - shard_noise).zeros();
    for (const bool left : {true, false})
        for (std::size_t k = 1; k <= window; ++k) {
            const std::size_t at = left ? centre - k : centre + k;
            if (words_[first + at] == line_end) break;
            rate[at] = learning_rate;
            ++pairs;
        }
    return pairs;
}
// [snip:open-window]

// [snip:find-gradients]
void FastWord2Vec::find_gradients(std::size_t first, std::uint64_t number,
                                  float learning_rate, Word2VecShard& shard) const {
    pick_outputs(first, number, shard);
    gather_vectors(embedding_.centre, &words_[first + options_.context_window],
                   shard_centres, shard.H);
    gather_vectors(embedding_.neighbour, shard.outputs.data(), shard.outputs.size(),
                   shard.O);
    shard.S = shard.O.t() * shard.H;  // outputs × centres
    for (std::size_t i = 0; i < shard_centres; ++i)
        steps_from_scores(first, i, learning_rate, shard);
    shard.dH = shard.O * shard.S;      // d × centres
    shard.dO = shard.H * shard.S.t();  // d × outputs
}
// [snip:find-gradients]

// [snip:steps-from-scores]
/// \brief Column i of S: rate · (label − σ(score)), the label 1 for neighbours.
void FastWord2Vec::steps_from_scores(std::size_t first, std::size_t i,
                                     float learning_rate,
                                     Word2VecShard& shard) const {
    const std::size_t neighbours = shard.outputs.size() - shard_noise;
    const auto pairs =
        static_cast<float>(open_window(first, i, learning_rate, shard.rate));
    const auto k = static_cast<float>(options_.negative_samples);
    shard.rate.tail(shard_noise).fill(learning_rate * pairs * k / shard_noise);
    const float* const rate = shard.rate.memptr();
    float* const s = shard.S.colptr(i);
    for (std::size_t o = 0; o < shard.outputs.size(); ++o)
        s[o] = rate[o] * ((o < neighbours ? 1.0F : 0.0F) - fast_sigmoid(s[o]));
}
// [snip:steps-from-scores]

// [snip:update]
void FastWord2Vec::update(std::size_t first, std::size_t shards, std::size_t part) {
    for (std::size_t s = 0; s < shards; ++s) {
        const Word2VecShard& shard = shards_[s];
        const Token* const centres =
            &words_[first + s * shard_centres + options_.context_window];
        scatter_vectors(shard.dH, centres, shard_centres, part, embedding_.centre);
        scatter_vectors(shard.dO, shard.outputs.data(), shard.outputs.size(), part,
                        embedding_.neighbour);
    }
}
// [snip:update]

// [snip:require-options]
void require_options(const Word2VecOptions& options) {
    const auto at_least_one = [](std::size_t value, const char* name) {
        if (value < 1)
            require(false, "train_word2vec",
                    std::string(name) + " is 0; give at least 1");
    };
    at_least_one(options.dimension, "dimension");
    at_least_one(options.negative_samples, "negative_samples");
    at_least_one(options.epochs, "epochs");
    at_least_one(options.threads, "threads");
    require(options.learning_rate > 0.0 && std::isfinite(options.learning_rate),
            "train_word2vec",
            "the learning rate is " + std::to_string(options.learning_rate) +
                "; it must be above 0 and finite");
}
// [snip:require-options]

// [snip:require-learnt]
void require_learnt(const WordEmbedding& embedding, double learning_rate) {
    require(embedding.centre.is_finite() && embedding.neighbour.is_finite(),
            "train_word2vec",
            "the vectors are no longer finite; lower the learning rate, " +
                std::to_string(learning_rate));
    require(arma::any(arma::vectorise(embedding.neighbour)), "train_word2vec",
            "no line of the text has two words left; give more text, or sample 0");
}
// [snip:require-learnt]

}  // namespace

// [snip:train-word2vec]
WordEmbedding train_word2vec(TokenStream& tokens, const Vocabulary& vocabulary,
                             const Word2VecOptions& options,
                             const std::function<void(std::size_t)>& progress) {
    require_options(options);
    ThinnedText text(tokens, vocabulary, options.sample, options.context_window,
                     options.shrink_window, options.seed);
    FastWord2Vec trainer(vocabulary, options);
    const double total = vocabulary.total() * static_cast<double>(options.epochs);
    double read = 0.0;
    ThinnedPiece piece;
    for (std::size_t epoch = 0; epoch < options.epochs; ++epoch) {
        text.rewind();
        while (text.next(piece)) {
            const double rate = linear_decay(options.learning_rate, read, total);
            trainer.learn(piece, static_cast<float>(rate));
            read += static_cast<double>(piece.words_read);
            if (progress) progress(piece.words_read);
        }
        require_learnt(trainer.embedding(), options.learning_rate);
    }
    return std::move(trainer.embedding());
}
// [snip:train-word2vec]

}  // namespace nn
