/// \file
/// \brief word2vec pair by pair, as Mikolov and others described it in 2013.
#pragma once

#include <span>
#include <vector>

#include "nn/discrete_distribution.hpp"
#include "nn/rng.hpp"
#include "nn/tokens.hpp"
#include "nn/vocabulary.hpp"
#include "nn/word2vec.hpp"

namespace nn {

/// \brief What is given and what is to be guessed.
// [snip:architecture]
enum class Architecture {
    skip_gram,  ///< the word is given, each of its neighbours is guessed
    cbow        ///< the mean of the neighbours is given, the word is guessed
};
// [snip:architecture]

/// \brief One step of gradient descent on one yes or no.
/// \implements{negative-sampling-step}
///
/// Moves `guessed` and adds to `change` what `given` has to move by, later: it is
/// needed as it was until all of its pairs are done. y is 1 for the right word, 0
/// for a drawn one. All three have the same length. Error: ≤ 2e-7 of the largest
/// number that takes part.
// [snip:step-on-pair]
void step_on_pair(std::span<const float> given, std::span<float> guessed, float y,
                  float rate, std::span<float> change);
// [snip:step-on-pair]

/// \brief Learns from one line after the other.
// [snip:pair-trainer]
class PairTrainer {
public:
    /// \brief Centre vectors start uniform in ±1/(2d), neighbour vectors at 0; for
    /// CBOW it is the other way round. Throws std::invalid_argument for a
    /// dimension, a window or epochs of 0 and a learning rate that is not positive
    /// and finite.
    PairTrainer(const Vocabulary& vocabulary, const Word2VecOptions& options,
                Architecture architecture);

    /// \brief Takes a line of words without its end.
    void learn(std::span<const Token> line);

    /// \brief The vectors, when all is read.
    WordEmbedding embedding() const;

private:
    void thin_out(std::span<const Token> line);
    std::size_t draw_window();
    void skip_gram(std::size_t place, std::size_t from, std::size_t to);
    void cbow(std::size_t place, std::size_t from, std::size_t to);
    void guess(std::span<const float> given, Token right);

    const Vocabulary& vocabulary_;
    Word2VecOptions options_;
    Architecture architecture_;
    Rng rng_;
    AliasTable noise_;
    arma::fmat given_, guessed_;  // d × V each
    arma::fvec mean_, change_;    // d each
    std::vector<Token> kept_;     // the line without the words that are left out
    double done_ = 0.0;           // words read, of epochs times the text
    float rate_ = 0.0F;
};
// [snip:pair-trainer]

/// \brief Trains on the whole stream, `epochs` times. It is meant to be read; the
/// fast one is train_word2vec().
///
/// Takes one thread, whatever the options say. Throws as PairTrainer does.
// [snip:train-pair-by-pair]
WordEmbedding train_pair_by_pair(TokenStream& tokens, const Vocabulary& vocabulary,
                                 const Word2VecOptions& options,
                                 Architecture architecture);
// [snip:train-pair-by-pair]

}  // namespace nn
