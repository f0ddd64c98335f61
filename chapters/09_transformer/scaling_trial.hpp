/// \file
/// \brief Transformers of several sizes, and texts of several lengths.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

#include "ablation.hpp"

namespace nn {

/// \brief A training: a model of so wide a stream learns from so much of a text.
// [snip:scaling-trial]
struct ScalingTrial {
    std::size_t width = 24;
    std::size_t tokens = 0;  ///< from the front of the text; 0: all of it
    std::size_t steps = 800;
    std::uint32_t seed = 42;
};

/// \brief Two blocks of two heads that see 32 tokens.
TransformerShape scaled_shape(std::size_t vocabulary, std::size_t width);

/// \brief Trains it on eight pieces of 32 tokens a step, and returns the nats that
/// it pays for a token of the held-out text: the lowest of eight values along the
/// way, since who reads a short text again and again learns it by heart.
///
/// The learning rate falls as 1 / width. `done` is called after each step. Throws
/// std::invalid_argument for a text of one piece or less, or fewer than 8 steps.
double scaled_loss(
    const ScalingTrial& trial, const TextToLearn& text,
    const std::function<void()>& done = [] {});
// [snip:scaling-trial]

}  // namespace nn
