#include "prompt_walk.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "nn/neuron.hpp"

namespace nn {

// [snip:usual-prompt]
Prompt usual_prompt(const TrainedModel& trained, std::span<const Token> held_out) {
    try {
        return {trained.codec.encode("In the beginning"),
                trained.codec.encode(" God").front()};
    } catch (const std::invalid_argument&) {  // another text, without these letters
        require(held_out.size() > 1, "usual_prompt",
                "a text of fewer than 2 tokens; give a longer one");
        const std::size_t n = std::min<std::size_t>(
            {16, held_out.size() - 1, trained.model.shape().context});
        return {{held_out.begin(), held_out.begin() + std::ptrdiff_t(n)},
                held_out[n]};
    }
}
// [snip:usual-prompt]

// [snip:walk-prompt]
PromptWalk walk_prompt(const TrainedModel& trained, Prompt prompt,
                       std::uint32_t seed) {
    PromptWalk walk{.prompt = std::move(prompt),
                    .begun = std::vector<float>(trained.parameters.size()),
                    .pass = {},
                    .growth = {}};
    Rng rng(seed);
    trained.model.begin(walk.begun, rng);
    trained.model.forward(trained.parameters, walk.prompt.tokens, 1, walk.pass);
    walk.growth =
        stream_growth(trained.model, trained.parameters, walk.prompt.tokens, 1);
    return walk;
}
// [snip:walk-prompt]

// [snip:look-back]
LookBack look_back(const TrainedModel& trained, const PromptWalk& walk) {
    const MultiHead<float>& attention = trained.model.blocks()[0].attention();
    LookBack most;
    for (std::size_t h = 0; h < attention.shape().heads; ++h) {
        const arma::fmat A = attention.weights(walk.pass.blocks[0].attention, 0,
                                               h);  // keys × queries
        const arma::fvec weights = A.col(walk.last());
        if (h == 0 || weights.back() < most.weights.back()) most = {h, weights};
    }
    return most;
}
// [snip:look-back]

// [snip:most-open-unit]
OpenUnit most_open_unit(const TrainedModel& trained, const PromptWalk& walk) {
    const ParameterLayout& layout = trained.model.layout();
    const FeedForward<float>& part = trained.model.blocks()[0].feed_forward();
    const BlockPass<float>& pass = walk.pass.blocks[0];
    const arma::fvec z = pass.feed_forward.sums.col(walk.last());
    const std::size_t unit = z.index_max();
    const auto open =
        std::count_if(z.begin(), z.end(), [](float each) { return each > 0; });
    const arma::fmat W = layout.matrix(trained.parameters, part.W_1());
    const arma::frowvec w = W.row(unit);
    const arma::fvec x = pass.residual_2.norm.Y.col(walk.last());
    const double b = layout.values(trained.parameters, part.b_1())[unit];
    const std::vector<double> weights(w.begin(), w.end()),
        inputs(x.begin(), x.end());
    return {unit, weighted_sum<double>(weights, inputs, 0.0), b,
            weighted_sum<double>(weights, inputs, b), std::size_t(open)};
}
// [snip:most-open-unit]

// [snip:scores-behind]
std::vector<double> scores_behind(const TrainedModel& trained,
                                  const PromptWalk& walk, std::size_t block) {
    const arma::fmat x = walk.growth.streams.at(block).col(walk.last());
    TransformerPass<float> pass;
    trained.model.score(trained.parameters, x, pass);
    return {pass.logits.begin(), pass.logits.end()};
}

std::vector<double> scores_begun(const TrainedModel& trained,
                                 const PromptWalk& walk) {
    TransformerPass<float> pass;
    trained.model.forward(walk.begun, walk.prompt.tokens, 1, pass);
    const arma::fvec scores = pass.logits.col(walk.last());
    return {scores.begin(), scores.end()};
}
// [snip:scores-behind]

}  // namespace nn
