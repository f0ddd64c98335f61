/// \file
/// \brief Skip-gram with the softmax over all words: exact, and slow.
#pragma once

#include <armadillo>
#include <cstddef>
#include <span>

#include "nn/rng.hpp"
#include "nn/tokens.hpp"

namespace nn {

/// \brief Two vectors for each word of a small vocabulary, a word a column.
// [snip:softmax-skip-gram]
struct ExactSkipGram {
    arma::mat W;          ///< d × V: centre vectors
    arma::mat C;          ///< d × V: neighbour vectors
    arma::vec log_prior;  ///< V: added to the scores; zeros for a plain softmax
};

/// \brief Centre vectors uniform in ±1/(2d), neighbour vectors at 0: the model says
/// what its prior says.
///
/// Throws std::invalid_argument for a dimension of 0 or fewer than two words.
ExactSkipGram exact_start(std::size_t dimension, const arma::vec& log_prior,
                          Rng& rng);

/// \brief One step of gradient descent for the word at `place` and all of its
/// neighbours, up to `window` words away. line_end takes no part.
///
/// Throws std::invalid_argument if the place or a word is out of range.
void exact_step(ExactSkipGram& model, std::span<const Token> tokens,
                std::size_t place, std::size_t window, double rate);

/// \brief The mean price of the neighbours of all words: mean −log p(c|w), in nats.
/// \implements{skip-gram-mean-loss}
///
/// Throws std::invalid_argument if there is no pair, or a word beyond V. Relative
/// error: ≤ 1e-12 for up to a million pairs.
double exact_loss(const ExactSkipGram& model, std::span<const Token> tokens,
                  std::size_t window);
// [snip:softmax-skip-gram]

}  // namespace nn
