/// \file
/// \brief The residual stream on its way through the blocks.
#pragma once

#include <armadillo>
#include <span>
#include <vector>

#include "transformer.hpp"

namespace nn {

/// \brief What each block adds to the stream; all matrices are width × B T.
// [snip:stream-growth]
struct StreamGrowth {
    std::vector<arma::fmat> streams;  ///< before each block, and after the last one
    std::vector<arma::fmat> looked;   ///< what the attention of each block added
    std::vector<arma::fmat> thought;  ///< and its feed-forward part
};

/// \brief Reads sequences, and keeps the stream.
///
/// Throws std::invalid_argument for a model whose parts do not add to the stream,
/// no tokens, sequences of different lengths or longer than the context, and a
/// token outside the vocabulary.
StreamGrowth stream_growth(const Transformer<float>& model,
                           std::span<const float> parameters,
                           std::span<const Token> tokens, std::size_t sequences);

/// \brief The length of each column.
arma::rowvec column_lengths(const arma::fmat& X);

/// \brief The cosine of the angle between columns of A and of B, one a column; 0
/// where one of them is 0.
///
/// Throws std::invalid_argument for matrices of different shapes.
arma::rowvec column_cosines(const arma::fmat& A, const arma::fmat& B);
// [snip:stream-growth]

}  // namespace nn
