/// \file
/// \brief The sections of chapter 3's program, in the order of the chapter.
#pragma once

#include <armadillo>

#include "nn/io/program.hpp"
#include "nn/io/report.hpp"
#include "nn/io/two_parts.hpp"

namespace nn {

/// \brief One neuron, one example: the loss, the slope and one step.
// [snip:sections]
void show_one_step(Report& report);

/// \brief Odds, logits and probabilities, and the price of being wrong.
void show_odds(Report& report);

/// \brief Where the textbook formulas fail.
void show_naive_forms(const Options& options, Report& report);

/// \brief How many steps the squared error needs where the log loss needs few.
void show_squared_error(const Options& options, Report& report);

/// \brief The error of differences against the step, in three precisions.
void show_difference_errors(Report& report);

/// \brief The three slopes that were derived, against 50 digits.
void show_slopes(Report& report);

/// \brief A bias without inputs, and the learning rate at which it stops learning.
void show_own_opinion(const TwoParts& task, Report& report);

/// \brief Learning rates from too small to diverging.
void show_learning_rates(const Options& options, const TwoParts& task,
                         Report& report);

/// \brief Gradient descent, momentum and Adam, on the same batches.
void show_optimizers(const Options& options, const TwoParts& task, Report& report);

/// \brief The price on weights, where examples are few.
void show_regularisation(const Options& options, const TwoParts& task,
                         Report& report);

/// \brief Logistic regression on the verses, and chapter 2's perceptron beside it.
/// \return The parameters that were best on the validation lines.
arma::vec show_logistic(const Options& options, const TwoParts& task,
                        Report& report);

/// \brief Said and happened.
void show_calibration(const arma::vec& logistic, const TwoParts& task,
                      Report& report);

/// \brief The mini network's gradient against 50 digits, right and with a mistake.
void show_gradient_check(const Options& options, Report& report);

/// \brief Hidden neurons that start equal.
void show_twins(Report& report);

/// \brief XOR from a hundred seeds, with hidden layers of several widths.
void show_xor(const Options& options, Report& report);

/// \brief The mini network against logistic regression, on three splits of the
/// lines.
void show_network(const Options& options, const Corpus& corpus, Report& report);
// [snip:sections]

}  // namespace nn
