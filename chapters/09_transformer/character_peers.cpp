#include "character_peers.hpp"

#include <algorithm>
#include <cmath>

#include "nn/character_reading.hpp"
#include "nn/character_trainer.hpp"
#include "nn/io/progress.hpp"
#include "nn/io/stopwatch.hpp"
#include "nn/ngram.hpp"

namespace nn {

namespace {

// [snip:train-lstm]
/// \brief One layer of 128 units, half way through the text.
void train_lstm(const Options& options, const TransformerText& text,
                CharacterPeers& peers) {
    Rng rng(options.seed);
    CharacterModel model(
        {.symbols = text.codec->size(), .hidden = 128, .layers = 1}, rng);
    const CharacterTraining training{.threads = options.threads};
    CharacterTrainer trainer(model, text.train, training);
    const double epochs = options.quick ? 0.05 : 0.5;
    const auto steps =
        std::size_t(std::ceil(epochs * double(trainer.steps_an_epoch())));
    Progress bar("Chapter 6's LSTM", "characters",
                 steps * trainer.symbols_a_step());
    peers.lstm_seconds = seconds_of([&] {
        for (std::size_t step = 0; step < steps; ++step) {
            trainer.step();
            bar.step(trainer.symbols_a_step());
        }
    });
    peers.lstm_characters = steps * trainer.symbols_a_step();
    peers.lstm = bits_of_text(model, text.held_out, options.threads);
}
// [snip:train-lstm]

}  // namespace

// [snip:character-peers-found]
CharacterPeers character_peers(const Options& options,
                               const TransformerText& text) {
    constexpr std::size_t longest_order = 6;
    const NGram counts(text.train, text.codec->size(), longest_order);
    CharacterPeers peers{.counted = counts.bits_per_symbol(text.held_out)};
    constexpr CharacterTraining training;
    const std::size_t least = training.sequences * training.steps;  // a step's
    if (std::min(text.train.size(), text.held_out.size()) > least)
        train_lstm(options, text, peers);
    return peers;
}
// [snip:character-peers-found]

}  // namespace nn
