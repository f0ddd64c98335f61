/// \file
/// \brief A small transformer, and the same one with a part left out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "rate_schedule.hpp"
#include "transformer.hpp"

namespace nn {

/// \brief Tokens 0 … vocabulary − 1 to learn from, and others to be judged by.
// [snip:text-to-learn]
struct TextToLearn {
    std::size_t vocabulary = 0;
    std::span<const Token> train, held_out;
};
// [snip:text-to-learn]

/// \brief A model and a schedule; all else is the same in all trainings.
// [snip:ablation]
struct Ablation {
    std::string name;  ///< "without positions"
    TransformerShape shape;
    RateSchedule rate;
};

/// \brief The whole model first, then each with one thing changed.
std::vector<Ablation> ablations(std::size_t vocabulary, std::size_t steps);

/// \brief Trains it from a seed, and returns the bits that it pays for a token of
/// the held-out text.
///
/// Models of the same seed see the same pieces in the same order. Not finite where
/// the training left the numbers; `done` is called after each step. Throws
/// std::invalid_argument for a text of one piece or less.
double ablated_bits(
    const Ablation& ablation, const TextToLearn& text, std::uint32_t seed,
    const std::function<void()>& done = [] {});
// [snip:ablation]

}  // namespace nn
