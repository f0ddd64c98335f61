/// \file
/// \brief Exercise 9.11, what is to be written.
#pragma once

#include <functional>
#include <vector>

namespace nn::exercise {

using Column = std::vector<double>;
using Columns = std::vector<Column>;  // a column for each token

/// \brief One head of attention over tokens with learned positions.
struct Head {
    Columns positions;  ///< a vector for each place, as many as the context is long
    std::function<Column(const Column&)> query, key, value;  ///< of a vector
};

/// \brief What is kept of the tokens that were read.
struct Cache {
    Columns keys, values;
};

/// \brief The head's output at the newest token; its key and value go to the cache.
///
/// `token` is the token's vector without its position; its place is the number of
/// tokens that were read before it. Causal: the newest token looks at all tokens so
/// far, itself included, by softmax(k · q / √d). Throws std::invalid_argument, and
/// leaves the cache as it was, if the context is full.
Column read_next(const Head& head, const Column& token, Cache& cache);

}  // namespace nn::exercise
