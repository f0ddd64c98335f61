#include "scaling_trial.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include "nn/causal_batch.hpp"
#include "nn/require.hpp"
#include "small_training.hpp"

namespace nn {

namespace {

// [snip:scaling-settings]
constexpr std::size_t scaled_context = 32, pieces_a_step = 8, looks = 8,
                      most_pieces_judged = 256;
constexpr double rate_times_width = 0.14;
// [snip:scaling-settings]

}  // namespace

// [snip:scaled-shape]
TransformerShape scaled_shape(std::size_t vocabulary, std::size_t width) {
    return {.vocabulary = vocabulary,
            .context = scaled_context,
            .layers = 2,
            .block = {.attention = {.width = width, .heads = 2}}};
}
// [snip:scaled-shape]

// [snip:scaled-loss]
double scaled_loss(const ScalingTrial& trial, const TextToLearn& text,
                   const std::function<void()>& done) {
    const std::size_t tokens = trial.tokens, steps = trial.steps;
    require(steps >= looks, "scaled_loss",
            std::to_string(steps) + " steps; give at least 8");
    const std::span<const Token> learnt =
        tokens > 0 ? text.train.first(std::min(tokens, text.train.size()))
                   : text.train;
    const std::size_t pieces =
        text.held_out.empty() ? 0 : (text.held_out.size() - 1) / scaled_context;
    const CausalBatch judged = first_pieces(text.held_out, scaled_context,
                                            std::min(pieces, most_pieces_judged));
    const Transformer<float> model(scaled_shape(text.vocabulary, trial.width));
    Rng rng(trial.seed), places(~trial.seed);
    std::vector<float> parameters = beginning(model, rng);
    const double rate = rate_times_width / double(trial.width);
    double lowest = std::numeric_limits<double>::infinity();
    std::size_t step = 0;
    train_small(
        model, parameters,
        {.highest = rate,
         .lowest = rate / 10,
         .warm_up = steps / 12,
         .steps = steps},
        [&] {
            return random_pieces(learnt, scaled_context, pieces_a_step, places);
        },
        [&] {
            done();
            if (++step % (steps / looks) == 0)
                lowest = std::min(lowest, mean_loss(model, parameters, judged));
        });
    return lowest;
}
// [snip:scaled-loss]

}  // namespace nn
