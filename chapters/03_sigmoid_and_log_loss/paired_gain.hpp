/// \file
/// \brief Is one model better than another, or luckier?
#pragma once

#include <armadillo>

namespace nn {

/// \brief The mean of the gains, in standard errors of that mean.
/// \implements{paired-gain}
///
/// A gain is by how much one model did better than another on the same example. 0
/// where all gains are equal, as then nothing tells how far chance would carry
/// them. Throws std::invalid_argument for no gains. Relative error: ≤ 1e-12.
// [snip:paired-gain-declared]
double paired_gain(const arma::rowvec& gains);

/// \brief 1 for each example whose logit is on the side of its label, and 0 else.
arma::rowvec right_answers(const arma::rowvec& logits, const arma::rowvec& labels);

/// \brief The log loss of each example.
arma::rowvec log_losses(const arma::rowvec& logits, const arma::rowvec& labels);
// [snip:paired-gain-declared]

}  // namespace nn
