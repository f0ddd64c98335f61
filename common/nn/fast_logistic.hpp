/// \file
/// \brief Logistic regression as fast as the memory lets it: float, one pass a
/// batch.
#pragma once

#include <armadillo>

namespace nn {

/// \brief One epoch of gradient descent on the mean log loss, by batches in order.
///
/// Each batch moves the parameters by −learning_rate X (p − y) / batch, with
/// p = σ(wᵀX + b). `parameters` holds the weights and, last, the bias; X is
/// inputs × examples and y 1 × examples. Of n examples the last batch has what is
/// left. The same bytes each time: nothing is spread over threads. Error of each
/// parameter: ≤ 1e-5 of the largest one, for inputs of about size 1.
///
/// Throws std::invalid_argument if there is no example or no batch, if the shapes
/// do not fit, if a label is neither 0 nor 1, if the learning rate is not positive
/// and finite, or if a gradient is not finite, as NaN in the data makes it; then
/// the parameters are those before that batch.
// [snip:logistic-epoch-declared]
void logistic_epoch(arma::fvec& parameters, const arma::fmat& X,
                    const arma::frowvec& y, arma::uword batch, float learning_rate);
// [snip:logistic-epoch-declared]

}  // namespace nn
