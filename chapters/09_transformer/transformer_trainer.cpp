#include "transformer_trainer.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "nn/causal_batch.hpp"
#include "nn/clipping.hpp"
#include "nn/require.hpp"
#include "token_loss.hpp"
#include "transformer_memory.hpp"

namespace nn {

namespace {

// [snip:transformer-shards]
/// \brief Few, as a product of matrices is faster the wider they are; two, for two
/// cores.
constexpr std::size_t most_shards = 2;

std::size_t shards_of(std::size_t sequences) {
    return std::min(sequences, most_shards);
}
// [snip:transformer-shards]

// [snip:require-trainable-text]
WindowPlaces checked_places(const TransformerShape& shape, std::size_t tokens,
                            const TransformerTraining& training) {
    require(training.sequences > 0 && training.dropout >= 0 && training.dropout < 1,
            "TransformerTrainer",
            std::to_string(training.sequences) + " sequences and a dropout of " +
                std::to_string(training.dropout) +
                "; give at least 1, and a dropout in [0, 1)");
    require(tokens > shape.context, "TransformerTrainer",
            "a text of " + std::to_string(tokens) + " tokens for a context of " +
                std::to_string(shape.context) +
                "; give a longer text, or a shorter context");
    return {training.seed, tokens, shape.context};
}
// [snip:require-trainable-text]

}  // namespace

// [snip:transformer-trainer-construct]
TransformerTrainer::TransformerTrainer(const Transformer<float>& model,
                                       std::span<float> parameters,
                                       std::span<const Token> text,
                                       const TransformerTraining& training)
    : model_(model),
      parameters_(parameters),
      text_(text),
      training_(training),
      places_(checked_places(model.shape(), text.size(), training)),
      passes_(shards_of(training.sequences)),
      gradient_(model.layout().size(), passes_.size(), training.threads),
      adamw_(model.layout(), training.adamw) {}
// [snip:transformer-trainer-construct]

// [snip:learn-shard]
double TransformerTrainer::learn_shard(std::size_t shard, std::span<float> gradient,
                                       const AddingTurn& turn) {
    const std::size_t shards = passes_.size(), B = training_.sequences;
    const std::size_t from = shard * B / shards, to = (shard + 1) * B / shards;
    CausalBatch windows;
    for (std::size_t s = from; s < to; ++s)
        append_piece(text_, places_.first(steps_ * B + s), places_.length, windows);
    TransformerPass<float>& pass = passes_[shard];
    const std::size_t number = steps_ * shards + shard;
    pass.dropout = {training_.dropout, training_.seed, std::uint32_t(number)};
    model_.forward(parameters_, windows.symbols, windows.sequences, pass);
    const float share = 1.0F / static_cast<float>(tokens_a_step());
    const double nats = token_loss(pass.logits, windows.right, share);
    model_.backward(parameters_, windows.symbols, pass, gradient, turn);
    return nats;
}
// [snip:learn-shard]

// [snip:transformer-step]
double TransformerTrainer::step() {
    const double nats = gradient_.sum(
        [&](std::size_t shard, std::span<float> slopes, const AddingTurn& turn) {
            return learn_shard(shard, slopes, turn);
        });
    const double loss = nats / static_cast<double>(tokens_a_step());
    norm_ = clip_by_norm(gradient_.gradient(), training_.longest_gradient);
    if (!std::isfinite(loss) || !std::isfinite(norm_)) return loss + norm_;
    adamw_.step(parameters_, gradient_.gradient(), rate_at(training_.rate, steps_),
                gradient_.team());
    ++steps_;
    return loss;
}
// [snip:transformer-step]

// [snip:bytes-of-passes]
std::size_t TransformerTrainer::bytes_of_passes() const {
    std::size_t numbers = 0;
    for (const TransformerPass<float>& pass : passes_) numbers += numbers_in(pass);
    return numbers * sizeof(float);
}
// [snip:bytes-of-passes]

// [snip:transformer-resume]
void TransformerTrainer::resume(const TransformerTrainingState& state) {
    adamw_.resume(state.adam);
    steps_ = state.step;
}
// [snip:transformer-resume]

}  // namespace nn
