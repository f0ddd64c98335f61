/// \file
/// \brief Exercise 4.5, what is to be written.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace nn::exercise {

using Vector = std::vector<double>;

/// \brief Two vectors for each word of a vocabulary, or the slopes along them.
struct Embedding {
    std::vector<Vector> centre, neighbour;
};

/// \brief The slopes of CBOW's loss along all vectors, for one word and its
/// neighbours.
///
/// h is the mean of the neighbour vectors of `context`, at least one word; a word
/// that is there twice counts twice. Word i has the score z_i = w_i · h, with its
/// centre vector w_i, and the loss is −log p_right with p = softmax(z).
Embedding cbow_gradient(const Embedding& words,
                        std::span<const std::size_t> context, std::size_t right);

}  // namespace nn::exercise
