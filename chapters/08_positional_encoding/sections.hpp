/// \file
/// \brief The sections of chapter 8's program, in the order of the chapter.
#pragma once

#include "length_trial.hpp"
#include "nn/io/program.hpp"
#include "nn/io/report.hpp"
#include "two_orders.hpp"

namespace nn {

/// \brief Passages of the text with the same words in another order.
// [snip:sections]
OrderStudy show_order(const Corpus& corpus, Report& report);

/// \brief A layer of self-attention reads both.
void show_blind_layer(const Options& options, const OrderStudy& study,
                      Report& report);

/// \brief The sinusoids of a small vector, and the clocks of a large one.
void show_sinusoid(Report& report);

/// \brief A step along the text as a rotation; products of positions.
void show_rotation(Report& report);

/// \brief What is left of a sinusoid at far positions.
void show_precision(Report& report);

/// \brief Queries and keys that are turned.
void show_rotary(const Options& options, Report& report);

/// \brief A price for distance.
void show_linear_bias(Report& report);

/// \brief What a causal mask alone tells of positions.
void show_none(Report& report);

/// \brief The five encodings on the text, and at lengths that they never saw.
LengthTrial show_trial(const Options& options, const TrialText& text,
                       Report& report);

/// \brief Learned vectors beside sinusoids, and those that were never trained.
void show_learned(const Options& options, const TrialText& text, LengthTrial& trial,
                  Report& report);

/// \brief A task of places and a task of distances.
void show_place_tasks(const Options& options, Report& report);
// [snip:sections]

}  // namespace nn
