/// \file
/// \brief What a table of scores pays for the tokens that came.
#pragma once

#include <armadillo>
#include <span>

#include "nn/tokens.hpp"

namespace nn {

/// \brief The sum of the cross-entropies of the columns of Z, in nats; Z becomes
/// `weight` times the slopes.
/// \implements{label-smoothing}
///
/// Z is classes × columns. With smoothing s the right class is worth 1 − s, and s
/// is spread over all classes alike. Source: Szegedy et al. (2016), section 7.
/// Domain: finite scores. Throws std::invalid_argument for another number of
/// answers than of columns, a class that there is not, or a smoothing outside [0,
/// 1). Error of a column: ≤ 16 ulp of the larger of 1 and the largest |score|; of a
/// slope: ≤ 16 ulp of `weight`.
// [snip:token-loss-declared]
template <class T>
double token_loss(arma::Mat<T>& Z, std::span<const Token> right, T weight,
                  T smoothing = 0);
// [snip:token-loss-declared]

}  // namespace nn
