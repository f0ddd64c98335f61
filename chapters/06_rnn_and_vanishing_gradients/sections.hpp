/// \file
/// \brief The sections of chapter 6's program, in the order of the chapter.
#pragma once

#include "nn/io/program.hpp"
#include "nn/io/report.hpp"
#include "nn/parallel.hpp"

namespace nn {

/// \brief Elman's network on three characters, with all its numbers.
// [snip:sections]
void show_three_characters(Report& report);

/// \brief Backpropagation through time against 50 digits.
void show_gradient_check(const Options& options, Report& report);

/// \brief Truncated backpropagation against the whole.
void show_truncated(const Options& options, Report& report);

/// \brief The gradient against the distance, by the matrix that it flows through.
void show_distance(const Options& options, Report& report);

/// \brief Singular values: what is sufficient, and what is only necessary.
void show_bound(const Options& options, Report& report);

/// \brief Vanishing and underflow.
void show_precision(const Options& options, Report& report);

/// \brief Cures without gates.
void show_beginnings(const Options& options, Report& report);

/// \brief What forget gates leave of a memory.
void show_forgetting(const Options& options, Report& report);

/// \brief A training with clipping and without.
void show_exploding(const Options& options, Report& report);

/// \brief Which symbol came first? After 5 to 200 steps of noise.
void show_recall(const Options& options, Report& report);

/// \brief The adding problem.
void show_adding(const Options& options, Report& report);

/// \brief What is left of the beginning in a state.
void show_fading(const Options& options, Report& report);

/// \brief One word in two contexts.
void show_two_contexts(const Options& options, Report& report);
// [snip:sections]

}  // namespace nn
