/// \file
/// \brief Exercise 7.3, what is to be written.
#pragma once

#include <span>
#include <vector>

namespace nn::exercise {

using Vector = std::vector<double>;

/// \brief W x, where W lies column by column. It is there already, and the test
/// counts how often you call it.
Vector product(std::span<const double> W, std::span<const double> x);

/// \brief The small network that is asked about each pair, with h units.
struct AdditiveWeights {
    Vector W_K;  // h × numbers of a key, column by column
    Vector W_Q;  // h × numbers of a query
    Vector v;    // h
};

/// \brief The additive scores of one query: vᵀ tanh(W_K k + W_Q q) for each key k.
Vector additive_scores(const AdditiveWeights& weights,
                       std::span<const double> query,
                       const std::vector<Vector>& keys);

}  // namespace nn::exercise
