/// \file
/// \brief Exercise 4.6, what is to be written.
#pragma once

#include <cstddef>
#include <vector>

#include "nn/huffman.hpp"

namespace nn::exercise {

using Vector = std::vector<double>;

/// \brief The loss of a word, and its slopes along the centre vector and along the
/// vectors of all inner nodes, each of which has its place.
struct TreeLoss {
    double loss = 0.0;
    Vector centre;
    std::vector<Vector> nodes;
};

/// \brief The price of a neighbour by hierarchical softmax: −log of its
/// probability.
///
/// The probability is the product over tree.path(word). At a node whose vector is
/// u, the score is z = w · u with the `centre` vector w; the way to the left has
/// the probability σ(z), the way to the right σ(−z).
TreeLoss hierarchical_softmax(const HuffmanTree& tree,
                              const std::vector<Vector>& nodes,
                              const Vector& centre, std::size_t word);

/// \brief The probabilities of all words of the tree as this centre's neighbour.
std::vector<double> word_probabilities(const HuffmanTree& tree,
                                       const std::vector<Vector>& nodes,
                                       const Vector& centre);

}  // namespace nn::exercise
