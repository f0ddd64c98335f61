/// \file
/// \brief Counts as probabilities: what two words have to do with each other.
#pragma once

#include <cmath>
#include <cstddef>
#include <span>

namespace nn {

/// \brief Pointwise mutual information: how much likelier two words are together
/// than if they did not know of each other, as a logarithm.
/// \implements{pmi}
///
/// `together` counts the pairs of both, `left` and `right` the pairs of each, of
/// `pairs` in all. A pair that never occurs has −∞. Domain: positive `left`,
/// `right`, `pairs`. Absolute error: ≤ 3 ulp of the larger of 1 and |the result|.
// [snip:pmi]
template <class T>
T pmi(T together, T left, T right, T pairs) {
    using std::log;
    return log(T(together / left * (pairs / right)));
}
// [snip:pmi]

/// \brief How likely each word is a neighbour, from the prior and the scores:
/// p(c|w) ∝ p(c) exp(w · c).
/// \implements{bayes-recovery}
///
/// Bayes' rule in logarithms: the score is the logarithm of a likelihood ratio, up
/// to a number that is the same for all c and goes with the normalisation.
/// `scores`, `prior` and `posterior` have a number a word; the prior need not sum
/// to 1, but is above 0. Throws std::invalid_argument otherwise. Error: ≤ V + d + 6
/// ulp, for V words of which this one lies d below the likeliest.
// [snip:bayes-recovery]
void neighbour_probabilities(std::span<const double> scores,
                             std::span<const double> prior,
                             std::span<double> posterior);
// [snip:bayes-recovery]

}  // namespace nn
