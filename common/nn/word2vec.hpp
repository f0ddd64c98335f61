/// \file
/// \brief Word vectors from a text: skip-gram with negative sampling, made fast.
#pragma once

#include <armadillo>
#include <cstddef>
#include <cstdint>
#include <functional>

#include "nn/tokens.hpp"
#include "nn/vocabulary.hpp"

namespace nn {

/// \brief What to train and how long; the defaults are word2vec's, but for the
/// rate.
// [snip:word2vec-options]
struct Word2VecOptions {
    std::size_t dimension = 100;
    std::size_t context_window = 5;    ///< words on each side
    std::size_t negative_samples = 5;  ///< for each pair of words
    std::size_t epochs = 5;
    double learning_rate = 0.04;  ///< at the start; see linear_decay()
    double sample = 1e-4;       ///< share of the text above which words are thinned
    double noise_power = 0.75;  ///< noise words are drawn by count to this power
    bool shrink_window =
        true;  ///< each place draws its window from 1 … context_window
    std::uint32_t seed = 42;
    unsigned threads = 1;  ///< the bytes do not depend on it
};
// [snip:word2vec-options]

/// \brief Two vectors for each word, a word a column.
// [snip:word-embedding]
struct WordEmbedding {
    arma::fmat centre;     ///< d × V: the word as the centre of a window
    arma::fmat neighbour;  ///< d × V: the word as somebody's neighbour
};
// [snip:word-embedding]

/// \brief Trains on the whole stream, `epochs` times.
///
/// `progress` is called now and then with the number of words read since its last
/// call; what it throws ends the training. Throws std::invalid_argument if an
/// option is out of its range or the text has no two words in one line.
// [snip:train-word2vec]
WordEmbedding train_word2vec(TokenStream& tokens, const Vocabulary& vocabulary,
                             const Word2VecOptions& options,
                             const std::function<void(std::size_t)>& progress = {});
// [snip:train-word2vec]

}  // namespace nn
