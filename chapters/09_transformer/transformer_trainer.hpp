/// \file
/// \brief How a transformer learns to foretell the next token of a text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "adamw.hpp"
#include "nn/ordered_gradient.hpp"
#include "rate_schedule.hpp"
#include "token_windows.hpp"
#include "transformer.hpp"

namespace nn {

/// \brief How a transformer is trained.
// [snip:transformer-training]
struct TransformerTraining {
    std::size_t sequences = 12;     ///< windows of the text that a step reads
    RateSchedule rate{};            ///< AdamW's
    AdamWSettings adamw{};          ///< beta2 and the decay
    double longest_gradient = 1.0;  ///< clipped to this norm
    double dropout = 0.0;           ///< share of the numbers dropped, in [0, 1)
    std::uint32_t seed = 42;        ///< of the windows' places, and of dropout
    unsigned threads = 1;           ///< the result does not depend on it
};
// [snip:transformer-training]

/// \brief What the next step depends on, beside the model's parameters.
// [snip:transformer-training-state]
struct TransformerTrainingState {
    std::uint64_t step = 0;  ///< steps done
    AdamState<float> adam{};
};
// [snip:transformer-training-state]

/// \brief Reads windows at random places of a text, each as long as the model's
/// context, and moves the parameters after each step.
// [snip:transformer-trainer]
class TransformerTrainer {
public:
    /// \brief Model, parameters and text must outlive it. Throws
    /// std::invalid_argument for no sequence, a text that is not longer than the
    /// context, or a dropout outside [0, 1).
    TransformerTrainer(const Transformer<float>& model, std::span<float> parameters,
                       std::span<const Token> text,
                       const TransformerTraining& training);

    /// \brief One step.
    /// \return The mean loss in nats a token; where that is not finite, the model
    /// has not been changed.
    double step();

    std::size_t tokens_a_step() const {
        return training_.sequences * model_.shape().context;
    }
    double gradient_norm() const { return norm_; }  ///< before clipping

    /// \brief What the last step holds for its way back.
    std::size_t bytes_of_passes() const;

    /// \brief Steps done, those before resume() included.
    std::size_t steps_done() const { return steps_; }

    TransformerTrainingState state() const { return {steps_, adamw_.state()}; }

    /// \brief Goes on where another trainer stood, to the same bytes. Throws
    /// std::invalid_argument if the state is not of so many parameters.
    void resume(const TransformerTrainingState& state);

private:
    double learn_shard(std::size_t shard, std::span<float> gradient,
                       const AddingTurn& turn);

    const Transformer<float>& model_;
    std::span<float> parameters_;
    std::span<const Token> text_;
    TransformerTraining training_;
    WindowPlaces places_;
    std::size_t steps_ = 0;
    double norm_ = 0.0;
    std::vector<TransformerPass<float>> passes_;  // a shard each
    OrderedGradient gradient_;
    AdamW adamw_;
};
// [snip:transformer-trainer]

}  // namespace nn
