/// \file
/// \brief The sections of chapter 7's program, in the order of the chapter.
#pragma once

#include "nn/io/program.hpp"
#include "nn/io/report.hpp"

namespace nn {

/// \brief A soft look-up in a dictionary of three keys, with all its numbers.
// [snip:sections]
void show_look_up(Report& report);

/// \brief The table of the study notes on sentences of four words.
void show_two_steps(Report& report);

/// \brief Copying with a state of fixed size, and with attention.
void show_bottleneck(const Options& options, Report& report);

/// \brief Dot, scaled dot, general and additive on the same keys.
void show_scores(Report& report);

/// \brief Variance of the scores, entropy and slopes of softmax against d.
void show_scale(const Options& options, Report& report);

/// \brief Causal masks, padding, and a query that may look at nobody.
void show_masks(const Options& options, Report& report);

/// \brief What two heads can fetch, and one cannot.
void show_heads(const Options& options, Report& report);

/// \brief Backward of attention against 50 digits.
void show_attention_check(const Options& options, Report& report);

/// \brief Permuted tokens, to the last bit and beyond.
void show_equivariance(const Options& options, Report& report);

/// \brief A causal mask, to the last bit.
void show_leak(const Options& options, Report& report);

/// \brief Attention by tiles instead of a table: the same, in less memory.
void show_tiles(const Options& options, Report& report);

/// \brief Sixteen symbols reversed by self-attention.
void show_reversal(const Options& options, Report& report);

/// \brief The same without places: it cannot.
void show_blind(const Options& options, Report& report);

/// \brief Dates in many forms, with attention and without.
void show_dates(const Options& options, Report& report);
// [snip:sections]

}  // namespace nn
