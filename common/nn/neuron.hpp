/// \file
/// \brief One neuron before it decides: the weighted sum of its inputs, and how
/// exact it is.
#pragma once

#include <armadillo>
#include <cstddef>
#include <span>

namespace nn {

/// \brief Throws std::invalid_argument unless each input has a weight and each
/// weight an input.
// [snip:require-pairs]
void require_pairs(const char* where, std::size_t weights, std::size_t inputs);
// [snip:require-pairs]

/// \brief What a neuron collects: its inputs, weighted and added up, and the bias.
/// \implements{weighted-sum}
///
/// The pairs are taken in the order of their numbers and the bias comes last. A
/// neuron without inputs has its bias alone. Throws std::invalid_argument if the
/// lengths differ. Error: ≤ rounding_bound().
// [snip:weighted-sum]
template <class T>
T weighted_sum(std::span<const T> w, std::span<const T> x, T b) {
    require_pairs("weighted_sum", w.size(), x.size());
    T sum{0};
    for (std::size_t i = 0; i < w.size(); ++i) sum += w[i] * x[i];
    return sum + b;
}
// [snip:weighted-sum]

/// \brief The same sum by Armadillo's dot product, in whatever order that adds.
///
/// Throws std::invalid_argument if the lengths differ. Error: ≤ rounding_bound().
// [snip:neuron-declared]
double sum_by_dot(const arma::vec& w, const arma::vec& x, double b);

/// \brief How far rounding may carry the sum, in whatever order it is added.
/// \implements{rounding-bound}
///
/// Source: \source{higham2002}. Domain: fewer than 2⁵² weights, no overflow, no
/// underflow; throws std::invalid_argument if the lengths differ. Relative error:
/// ≤ 1e-12.
double rounding_bound(std::span<const double> w, std::span<const double> x,
                      double b);
// [snip:neuron-declared]

}  // namespace nn
