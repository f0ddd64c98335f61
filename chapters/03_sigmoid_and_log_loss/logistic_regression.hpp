/// \file
/// \brief One neuron with a sigmoid, learnt by the log loss.
#pragma once

#include <armadillo>

#include "nn/dataset.hpp"

namespace nn {

/// \brief The logits of logistic regression, z = wᵀX + b, 1 × examples.
/// \implements{logistic-logits}
///
/// The parameters are the weights and, last, the bias: the weight of a constant
/// input 1. Throws std::invalid_argument if X has not one row less than there are
/// parameters. Error: ≤ (n + 1) ulp of the sum of all |w_i x_i| and |b|, for n
/// inputs.
// [snip:logistic-declared]
arma::rowvec logistic_logits(const arma::vec& parameters, const arma::mat& X);

/// \brief The mean log loss, and a price on large weights.
/// \implements{logistic-loss}
///
/// `l2` is λ: what the squared weights cost, the bias excepted. Throws as
/// logistic_logits() does, for another number of labels, and unless 0 ≤ λ < ∞. What
/// the labels and inputs are, train_in_batches() looks at once for all steps.
/// Relative error: ≤ 1e-12.
double logistic_loss(const arma::vec& parameters, const Dataset& data,
                     double l2 = 0.0);

/// \brief The slope of \eqref{logistic-loss} in each weight, and last in the bias.
/// \implements{logistic-gradient}
///
/// Throws as logistic_loss() does. Relative error: ≤ 1e-10, by
/// \eqref{gradient-error}.
arma::vec logistic_gradient(const arma::vec& parameters, const Dataset& data,
                            double l2 = 0.0);
// [snip:logistic-declared]

}  // namespace nn
