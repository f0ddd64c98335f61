#include "nn/character_trainer.hpp"

#include <algorithm>
#include <cmath>

#include "nn/clipping.hpp"
#include "nn/require.hpp"

namespace nn {

namespace {

// [snip:sequence-shards]
constexpr std::size_t widest_shard =
    16;  // sequences: narrow enough to stay in the cache

std::size_t shards_of(std::size_t sequences) {
    return (sequences + widest_shard - 1) / widest_shard;
}

/// \brief The first sequence of a shard; that of shard `shards` is the end.
std::size_t first_of(std::size_t shard, std::size_t sequences) {
    return shard * sequences / shards_of(sequences);
}
// [snip:sequence-shards]

}  // namespace

// [snip:steps-of-epoch-counted]
std::size_t steps_of_epoch(std::size_t symbols, const CharacterTraining& training) {
    const std::size_t chunk = training.sequences * training.steps;
    require(chunk * training.chunks > 0, "CharacterTrainer",
            std::to_string(training.sequences) + " sequences of " +
                std::to_string(training.chunks) + " chunks of " +
                std::to_string(training.steps) + " steps; give at least 1 of each");
    require(symbols > chunk, "CharacterTrainer",
            "a text of " + std::to_string(symbols) +
                " symbols where a step reads " + std::to_string(chunk) +
                " and the one behind them; give a longer " +
                "text, or fewer sequences or steps");
    return (symbols - 1) / chunk;
}
// [snip:steps-of-epoch-counted]

// [snip:character-trainer-construct]
CharacterTrainer::CharacterTrainer(CharacterModel& model,
                                   std::span<const Token> text,
                                   const CharacterTraining& training)
    : model_(model),
      text_(text),
      training_(training),
      chunks_(steps_of_epoch(text.size(), training)),
      passes_(shards_of(training.sequences)),
      symbols_(passes_.size()),
      next_(passes_.size()),
      gradient_(model.layout().size(), passes_.size(), training.threads),
      adam_({.learning_rate = static_cast<float>(training.learning_rate)}) {
    for (std::size_t shard = 0; shard < passes_.size(); ++shard)
        model_.prepare(passes_[shard], training.steps,
                       first_of(shard + 1, training.sequences) -
                           first_of(shard, training.sequences));
}
// [snip:character-trainer-construct]

// [snip:character-cut]
/// \brief The chunk's symbols at the places of a shard, and what follows each.
void CharacterTrainer::cut(std::size_t shard) {
    const std::size_t from = first_of(shard, training_.sequences);
    const std::size_t to = first_of(shard + 1, training_.sequences);
    const std::size_t apart = chunks_ * training_.steps;  // from place to place
    symbols_[shard].clear(), next_[shard].clear();
    for (std::size_t t = 0; t < training_.steps; ++t)
        for (std::size_t s = from; s < to; ++s) {
            const std::size_t place =
                s * apart + steps_ % chunks_ * training_.steps + t;
            symbols_[shard].push_back(text_[place]);
            next_[shard].push_back(text_[place + 1]);
        }
}
// [snip:character-cut]

// [snip:character-chunk]
/// \brief Reads the next chunk at the places of a shard; adds its slopes.
double CharacterTrainer::learn_chunk(std::size_t shard, std::span<float> gradient) {
    cut(shard);
    const bool begins = steps_ % chunks_ % training_.chunks == 0;
    begins ? clear_states(passes_[shard]) : carry_states(passes_[shard]);
    const float share = 1.0F / static_cast<float>(symbols_a_step());
    return model_.learn(symbols_[shard], next_[shard], share, passes_[shard],
                        gradient);
}
// [snip:character-chunk]

// [snip:character-step]
double CharacterTrainer::step() {
    const double nats =
        gradient_.sum([&](std::size_t shard, std::span<float> slopes) {
            return learn_chunk(shard, slopes);
        });
    const double loss = nats / static_cast<double>(symbols_a_step());
    norm_ = clip_by_norm(gradient_.gradient(), training_.longest_gradient);
    if (!std::isfinite(loss) || !std::isfinite(norm_)) return loss + norm_;
    adam_.step(model_.parameters(), gradient_.gradient());
    ++steps_;
    return loss;
}
// [snip:character-step]

// [snip:training-state-kept]
TrainingState CharacterTrainer::state() const {
    TrainingState state{steps_, adam_.state(), {}};
    for (const StackPass& pass : passes_)
        for (arma::fmat& matrix : last_states(pass))
            state.states.push_back(std::move(matrix));
    return state;
}

void CharacterTrainer::resume(const TrainingState& state) {
    const std::size_t each = state.states.size() / passes_.size();
    require(each * passes_.size() == state.states.size() &&
                (state.adam.mean.empty() ||
                 state.adam.mean.size() == model_.layout().size()),
            "CharacterTrainer::resume",
            std::to_string(state.states.size()) + " states for " +
                std::to_string(passes_.size()) + " shards and moments of " +
                std::to_string(state.adam.mean.size()) + " parameters of " +
                std::to_string(model_.layout().size()) +
                "; the state is another training's");
    for (std::size_t shard = 0; shard < passes_.size(); ++shard)
        set_last_states(passes_[shard],
                        std::span(state.states).subspan(shard * each, each));
    adam_.resume(state.adam);
    steps_ = state.step;
}
// [snip:training-state-kept]

}  // namespace nn
