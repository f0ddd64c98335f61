/// \file
/// \brief How well two vectors a word foretell the neighbours in a text.
#pragma once

#include <span>
#include <vector>

#include "nn/synonym_score.hpp"
#include "nn/word2vec.hpp"

namespace nn {

/// \brief The mean price of neighbours, mean −log p(c|w), with the probabilities of
/// \eqref{bayes-recovery} for all words of the vocabulary.
/// \implements{held-out-loss}
///
/// `prior` has a number above 0 for each word. The pairs are in the order of their
/// first word, whose sum over all V words is formed once. In float; relative error:
/// ≤ 1e-5. The bytes do not depend on `threads`. Throws std::invalid_argument if
/// there is no pair, a word beyond the vectors, or another number of priors.
// [snip:held-out-declared]
double held_out_loss(const WordEmbedding& embedding, std::span<const double> prior,
                     std::span<const TokenPair> pairs, unsigned threads);

/// \brief The mean price of neighbours under their own probabilities alone.
/// \implements{unigram-loss}
///
/// `weights` has a number above 0 for each word and need not sum to 1. Throws as
/// held_out_loss() does. Relative error: ≤ 1e-12 for up to a million pairs.
double unigram_loss(std::span<const double> weights,
                    std::span<const TokenPair> pairs);
// [snip:held-out-declared]

}  // namespace nn
