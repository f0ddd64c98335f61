#include "simple_word2vec.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "nn/learning_rate.hpp"
#include "nn/lines.hpp"
#include "nn/require.hpp"
#include "nn/subsampling.hpp"
#include "nn/vector_math.hpp"
#include "pair_loss.hpp"

namespace nn {

// [snip:step-on-pair]
void step_on_pair(std::span<const float> given, std::span<float> guessed, float y,
                  float rate, std::span<float> change) {
    // forward: p = σ(w · c)
    const float p = fast_sigmoid(pair_score<float>(given, guessed));
    const float step = rate * (y - p);
    for (std::size_t i = 0; i < given.size(); ++i) {
        change[i] += step * guessed[i];  // before it moves
        guessed[i] += step * given[i];
    }
}
// [snip:step-on-pair]

namespace {

// [snip:checked-options]
const Word2VecOptions& checked(const Word2VecOptions& options) {
    const auto number = [](auto n) { return std::to_string(n); };
    require(
        options.dimension > 0 && options.context_window > 0 && options.epochs > 0,
        "PairTrainer",
        number(options.dimension) + " dimensions, a window of " +
            number(options.context_window) + " words and " +
            number(options.epochs) + " epochs; each must be at least 1");
    require(std::isfinite(options.learning_rate) && options.learning_rate > 0.0,
            "PairTrainer",
            "the learning rate is " + number(options.learning_rate) +
                "; it must be above 0 and finite");
    return options;
}

std::span<float> column(arma::fmat& matrix, Token word) {
    return {matrix.colptr(word), matrix.n_rows};
}
// [snip:checked-options]

}  // namespace

// [snip:pair-trainer-made]
PairTrainer::PairTrainer(const Vocabulary& vocabulary,
                         const Word2VecOptions& options, Architecture architecture)
    : vocabulary_(vocabulary),
      options_(checked(options)),
      architecture_(architecture),
      rng_(options.seed),
      noise_(noise_weights(vocabulary.counts(), options.noise_power)),
      given_(options.dimension, vocabulary.size()),
      guessed_(options.dimension, vocabulary.size(), arma::fill::zeros),
      mean_(options.dimension),
      change_(options.dimension) {
    const double half = 0.5 / static_cast<double>(options.dimension);
    for (float& x : given_) x = static_cast<float>(rng_.uniform(-half, half));
}

WordEmbedding PairTrainer::embedding() const {
    if (architecture_ == Architecture::skip_gram) return {given_, guessed_};
    return {guessed_, given_};  // CBOW is given neighbours and guesses the centre
}
// [snip:pair-trainer-made]

// [snip:learn-line]
void PairTrainer::learn(std::span<const Token> line) {
    const double total = static_cast<double>(options_.epochs) * vocabulary_.total();
    rate_ = static_cast<float>(linear_decay(options_.learning_rate, done_, total));
    done_ += static_cast<double>(line.size());
    thin_out(line);
    for (std::size_t place = 0; place < kept_.size(); ++place) {
        const std::size_t window = draw_window();
        const std::size_t from = place - std::min(place, window);
        const std::size_t to = std::min(kept_.size(), place + window + 1);
        if (architecture_ == Architecture::skip_gram)
            skip_gram(place, from, to);
        else
            cbow(place, from, to);
    }
}
// [snip:learn-line]

// [snip:thin-out]
void PairTrainer::thin_out(std::span<const Token> line) {
    kept_.clear();
    for (const Token word : line) {
        const double keep = keep_probability(vocabulary_.count(word),
                                             vocabulary_.total(), options_.sample);
        if (keep >= 1.0 || rng_.uniform() < keep) kept_.push_back(word);
    }
}

std::size_t PairTrainer::draw_window() {
    if (!options_.shrink_window) return options_.context_window;
    return 1 + static_cast<std::size_t>(rng_.interval(options_.context_window - 1));
}
// [snip:thin-out]

// [snip:guess]
void PairTrainer::guess(std::span<const float> given, Token right) {
    const std::span<float> change{change_.memptr(), change_.n_elem};
    change_.zeros();
    step_on_pair(given, column(guessed_, right), 1.0F, rate_, change);
    for (std::size_t i = 0; i < options_.negative_samples; ++i) {
        const auto drawn = static_cast<Token>(noise_.draw(rng_.uniform()));
        if (drawn == right) continue;  // it would be yes and no at once
        step_on_pair(given, column(guessed_, drawn), 0.0F, rate_, change);
    }
}
// [snip:guess]

// [snip:skip-gram]
void PairTrainer::skip_gram(std::size_t place, std::size_t from, std::size_t to) {
    const Token word = kept_[place];
    for (std::size_t i = from; i < to; ++i) {
        if (i == place) continue;
        guess(column(given_, word), kept_[i]);
        given_.col(word) += change_;
    }
}
// [snip:skip-gram]

// [snip:cbow]
void PairTrainer::cbow(std::size_t place, std::size_t from, std::size_t to) {
    const auto m = static_cast<float>(to - from - 1);
    if (m == 0.0F) return;  // a line of one word
    mean_.zeros();
    for (std::size_t i = from; i < to; ++i)
        if (i != place) mean_ += given_.col(kept_[i]) / m;
    guess({mean_.memptr(), mean_.n_elem}, kept_[place]);
    // forward: mean = (c_1 + … + c_m) / m
    for (std::size_t i = from; i < to; ++i)
        if (i != place) given_.col(kept_[i]) += change_ / m;
}
// [snip:cbow]

// [snip:train-pair-by-pair]
WordEmbedding train_pair_by_pair(TokenStream& tokens, const Vocabulary& vocabulary,
                                 const Word2VecOptions& options,
                                 Architecture architecture) {
    PairTrainer trainer(vocabulary, options, architecture);
    for (std::size_t epoch = 0; epoch < options.epochs; ++epoch)
        for_each_token_line(
            tokens, [&](std::span<const Token> line) { trainer.learn(line); });
    return trainer.embedding();
}
// [snip:train-pair-by-pair]

}  // namespace nn
