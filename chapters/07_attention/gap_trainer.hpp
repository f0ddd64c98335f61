/// \file
/// \brief How a model learns to guess hidden words.
#pragma once

#include <cstddef>
#include <functional>
#include <span>

#include "gap_model.hpp"
#include "gap_reading.hpp"
#include "nn/rng.hpp"

namespace nn {

/// \brief How a model of hidden words is trained.
// [snip:gap-training]
struct GapTraining {
    std::size_t steps = 400;
    std::size_t gaps = 256;       ///< in a step
    double learning_rate = 0.02;  ///< Adam's; from half-way on a third of it, in
                                  ///< the last quarter a tenth
    unsigned threads = 1;         ///< the result does not depend on it
};

/// \brief Trains on the lines: each time through them hides another word of each.
///
/// `progress` is called after each step with its loss in nats a word; what it
/// throws ends the training. Throws std::invalid_argument if the lines have no word
/// that may be hidden, or for no gap in a step.
void learn_gaps(GapModel& model, std::span<const TokenLine> lines,
                const GapTraining& training, Rng& rng,
                const std::function<void(double nats)>& progress = {});
// [snip:gap-training]

}  // namespace nn
