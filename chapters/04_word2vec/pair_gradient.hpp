/// \file
/// \brief The slopes of the two losses of a pair, exact and drawn.
#pragma once

#include <armadillo>
#include <span>

namespace nn {

/// \brief The slopes of a pair's loss in the centre vector and in the neighbour
/// vectors.
// [snip:pair-gradient]
struct PairGradient {
    arma::vec w;  // d
    arma::mat C;  // d × the number of neighbour vectors
};

/// \brief The gradient of skip_gram_loss().
/// \implements{skip-gram-softmax-gradient}
///
/// w has d numbers, C is d × V. Throws std::invalid_argument if they do not fit, or
/// if there is no column `right`. Relative error: ≤ 1e-10.
PairGradient skip_gram_gradient(const arma::vec& w, const arma::mat& C,
                                arma::uword right);

/// \brief The gradient of negative_sampling_loss().
/// \implements{negative-sampling-gradient}
///
/// w has d numbers, C is d × (1 + k), the neighbour first. Throws
/// std::invalid_argument if they do not fit. Relative error: ≤ 1e-10.
PairGradient negative_sampling_gradient(const arma::vec& w, const arma::mat& C);
// [snip:pair-gradient]

/// \brief A pair among all the words that noise can bring.
// [snip:noisy-pair]
struct NoisyPair {
    arma::vec scores;       ///< V: w · c, less a shift if one is wanted
    arma::vec noise;        ///< V: how likely each word is drawn; sums to 1
    arma::uword right = 0;  ///< the neighbour
};

/// \brief The slopes of the softmax loss in the scores, where the noise is the
/// prior: p ∝ noise · exp(score).
///
/// Throws std::invalid_argument unless there is a noise above 0 for each score.
/// Absolute error: ≤ V + 5 ulp of 1.
arma::vec softmax_slopes(const NoisyPair& pair);

/// \brief The mean of the slopes of negative sampling over all ways to draw k
/// words. \implements{expected-slopes}
///
/// Throws as softmax_slopes() does, and for k = 0. Error: ≤ 4 ulp, where the noise
/// of the right word is not near 1.
arma::vec expected_slopes(const NoisyPair& pair, arma::uword k);
// [snip:noisy-pair]

}  // namespace nn
