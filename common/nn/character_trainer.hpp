/// \file
/// \brief How a character model learns: truncated backpropagation through time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "nn/character_model.hpp"
#include "nn/optimizer.hpp"
#include "nn/sharded_gradient.hpp"

namespace nn {

/// \brief How a character model is trained.
// [snip:character-training]
struct CharacterTraining {
    std::size_t sequences = 32;     ///< places of the text that are read at a time
    std::size_t steps = 50;         ///< symbols until the gradient is cut
    std::size_t chunks = 16;        ///< of steps, until the states are emptied
    double learning_rate = 0.01;    ///< Adam's
    double longest_gradient = 1.0;  ///< clipped to this norm
    unsigned threads = 1;           ///< the result does not depend on it
};
// [snip:character-training]

/// \brief The steps in which a text of that many symbols is read once. Throws
/// std::invalid_argument if there is none, or nothing to do in one.
// [snip:steps-of-epoch]
std::size_t steps_of_epoch(std::size_t symbols, const CharacterTraining& training);
// [snip:steps-of-epoch]

/// \brief Where a training stands.
// [snip:training-state]
struct TrainingState {
    std::uint64_t step = 0;  ///< steps done
    AdamState<float> adam;
    std::vector<arma::fmat> states;  ///< of each shard, as last_states()
};
// [snip:training-state]

/// \brief Reads a text at many places at once, a chunk of steps after the other.
///
/// States go on from chunk to chunk, slopes do not. Now and then the states are
/// emptied, as a model that never begins anew learns to lean on what it kept from
/// long ago.
// [snip:character-trainer]
class CharacterTrainer {
public:
    /// \brief The text must outlive it. Throws std::invalid_argument if it is
    /// shorter than a chunk at each place, and for no
    /// sequence, step or chunk.
    CharacterTrainer(CharacterModel& model, std::span<const Token> text,
                     const CharacterTraining& training);

    /// \brief The next chunk; at the end of the text it begins again.
    /// \return The mean loss in nats a symbol; where that is not finite, the model
    /// has not been changed.
    double step();

    std::size_t steps_an_epoch() const { return chunks_; }
    std::size_t symbols_a_step() const {
        return training_.sequences * training_.steps;
    }
    double gradient_norm() const { return norm_; }  ///< before clipping

    /// \brief Steps done, those before resume() included.
    std::size_t steps_done() const { return steps_; }

    /// \brief What the next step depends on, beside the model's parameters.
    TrainingState state() const;

    /// \brief Goes on where another trainer stood, to the same bytes. Throws
    /// std::invalid_argument if the state is not of such a training.
    void resume(const TrainingState& state);

private:
    void cut(std::size_t shard);
    double learn_chunk(std::size_t shard, std::span<float> gradient);

    CharacterModel& model_;
    std::span<const Token> text_;
    CharacterTraining training_;
    std::size_t chunks_, steps_ = 0;
    double norm_ = 0.0;
    std::vector<StackPass> passes_;                   // a shard each
    std::vector<std::vector<Token>> symbols_, next_;  // a shard each
    ShardedGradient gradient_;
    Adam<float> adam_;
};
// [snip:character-trainer]

}  // namespace nn
