/// \file
/// \brief The sections of chapter 2's program, in the order of the chapter.
#pragma once

#include "nn/io/corpus.hpp"
#include "nn/io/program.hpp"
#include "nn/io/report.hpp"
#include "nn/io/two_parts.hpp"

namespace nn {

/// \brief Three pupils, without a head start and with one.
// [snip:sections]
void show_teacher(const Options& options, Report& report);

/// \brief What becomes of a bias that is added after the activation function.
void show_before_or_after(const Options& options, Report& report);

/// \brief The threshold against the bias, and the graphs that it shifts.
void show_threshold(const Options& options, Report& report);

/// \brief How often a neuron fires, against its bias.
void show_firing(const Options& options, Report& report);

/// \brief What a neuron without a bias says at the point zero.
void show_zero(const Options& options, Report& report);

/// \brief AND, OR, NAND and NOT by hand, and how many other gates there are.
void show_gates(Report& report);

/// \brief Two layers that compute what no neuron can.
void show_xor_layers(Report& report);

/// \brief One sum in three orders, held to its bound.
void show_exactness(const Options& options, Report& report);

/// \brief The perceptron at work on gates, and its circle on XOR.
void show_learning(Report& report);

/// \brief An OR, moved about the plane.
void show_moved_or(const Options& options, Report& report);

/// \brief Mistakes against their bound, over many seeds.
void show_bound(const Options& options, Report& report);

/// \brief The bias as the weight of an input that is always 1.
void show_bias_trick(const TwoParts& task, Report& report);

/// \brief Lines told apart by their common words; `task` is the first of five
/// splits.
void show_verses(const Options& options, const Corpus& corpus, const TwoParts& task,
                 Report& report);

/// \brief A bias that is no louder than the words.
void show_quiet_bias(const TwoParts& task, Report& report);

/// \brief What a neuron says that hears nothing.
void show_opinion(const Options& options, const TwoParts& task, Report& report);
// [snip:sections]

}  // namespace nn
