/// \file
/// \brief What the sections of the walk share.
#pragma once

#include <string>
#include <vector>

#include "ablation.hpp"
#include "nn/io/program.hpp"
#include "nn/io/report.hpp"
#include "prompt_walk.hpp"

namespace nn {

/// \brief A token between quotes, a new line as "/", cut to 12 bytes.
// [snip:walk-shown]
std::string token_shown(const TokenCodec& codec, Token token);

/// \brief The probabilities of scores.
std::vector<double> softmax_of(const std::vector<double>& scores);

/// \brief The last stations: scores, price, draw.
void show_walk_scores(const TrainedModel& trained, const PromptWalk& walk,
                      const TextToLearn& text, Report& report);
void show_walk_draw(const Options& options, const TrainedModel& trained,
                    const PromptWalk& walk, Report& report);
// [snip:walk-shown]

}  // namespace nn
