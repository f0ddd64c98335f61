/// \file
/// \brief Exercise 4.3, what is to be written.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace nn::exercise {

using Vector = std::vector<double>;

/// \brief The loss of a pair, and its slopes along the centre vector and along the
/// neighbour vectors of all words, each of which has its place.
struct NegativeSampling {
    double loss = 0.0;
    Vector centre;
    std::vector<Vector> neighbours;
};

/// \brief A centre word meets the word `right` among drawn ones.
///
/// The score of a word is w · c, with the `centre` vector w and the word's vector c
/// in `neighbours`. The loss is −log σ(score) for the right word, and −log
/// σ(−score) for each word in `noise`; a word that was drawn twice pays twice. The
/// right word is not among them.
NegativeSampling negative_sampling(const Vector& centre,
                                   const std::vector<Vector>& neighbours,
                                   std::size_t right,
                                   std::span<const std::size_t> noise);

}  // namespace nn::exercise
