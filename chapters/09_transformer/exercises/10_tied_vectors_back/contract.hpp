/// \file
/// \brief Exercise 9.10, what is to be written.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace nn::exercise {

using Column = std::vector<double>;
using Columns = std::vector<Column>;

/// \brief The slopes of the loss in the tokens' vectors, a column for each token of
/// the vocabulary.
///
/// Forward, at each place i of the text: the vector of token `tokens[i]` went into
/// the stream; behind the last block the stream was `N[i]`; and the score of token
/// v was the product of N[i] with the vector of v. `dZ[i]` has the slopes in the
/// scores, one for each token of the vocabulary, and `dX[i]` those in what went
/// into the stream.
Columns slopes_of_tied_vectors(std::span<const std::size_t> tokens,
                               const Columns& N, const Columns& dZ,
                               const Columns& dX);

}  // namespace nn::exercise
