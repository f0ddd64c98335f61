/// \file
/// \brief One prompt on its way through a trained model, and all that it meets.
#pragma once

#include <armadillo>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "stream_growth.hpp"
#include "trained_model.hpp"

namespace nn {

/// \brief Tokens, and the one that the text has behind them.
// [snip:prompt]
struct Prompt {
    std::vector<Token> tokens;
    Token next = 0;
};

/// \brief "In the beginning", of which the Bible goes on with " God"; where the
/// tokens cannot spell it, up to 16 tokens from the front of the held-out text.
///
/// Throws std::invalid_argument for fewer than 2 tokens of such a text.
Prompt usual_prompt(const TrainedModel& trained, std::span<const Token> held_out);
// [snip:prompt]

/// \brief What the model makes of a prompt; the last token's column is what
/// matters.
// [snip:prompt-walk]
struct PromptWalk {
    Prompt prompt;
    std::vector<float> begun;  ///< the model's numbers before the training
    TransformerPass<float> pass;
    StreamGrowth growth;

    std::size_t last() const { return prompt.tokens.size() - 1; }
};

/// \brief Reads the prompt once. The training began from this seed.
PromptWalk walk_prompt(const TrainedModel& trained, Prompt prompt,
                       std::uint32_t seed);
// [snip:prompt-walk]

/// \brief Of block 1, the head whose last token leaves the least weight to itself.
// [snip:looks-and-units]
struct LookBack {
    std::size_t head = 0;
    arma::fvec weights{};  ///< on each token of the prompt
};

LookBack look_back(const TrainedModel& trained, const PromptWalk& walk);

/// \brief Of block 1's feed-forward part, the unit with the largest sum at the last
/// token.
struct OpenUnit {
    std::size_t unit = 0;
    double weighed = 0.0;  ///< Σ w_i x_i
    double bias = 0.0;
    double z = 0.0;        ///< both
    std::size_t open = 0;  ///< units that are more than half open
};

OpenUnit most_open_unit(const TrainedModel& trained, const PromptWalk& walk);
// [snip:looks-and-units]

/// \brief The scores of what comes after the last token, when the stream is asked
/// before block 1 (0), behind block 1 (1) … and behind the last one.
// [snip:scores-asked]
std::vector<double> scores_behind(const TrainedModel& trained,
                                  const PromptWalk& walk, std::size_t block);

/// \brief The scores of a model that is not trained.
std::vector<double> scores_begun(const TrainedModel& trained,
                                 const PromptWalk& walk);
// [snip:scores-asked]

}  // namespace nn
