/// \file
/// \brief How many centres of nn::train_word2vec() may see the same vectors.
#pragma once

#include <cstddef>

#include "nn/vocabulary.hpp"
#include "nn/word2vec.hpp"

namespace nn {

/// \brief Shards of a step, at most: they see the same vectors.
// [snip:shards-of-a-step-declared]
inline constexpr std::size_t most_shards = 8;

/// \brief So many shards that the most common word is a centre about once in a
/// step, and the most common noise word is not thrown too far; from 1 to
/// most_shards.
std::size_t shards_of_a_step(const Vocabulary& vocabulary,
                             const Word2VecOptions& options);
// [snip:shards-of-a-step-declared]

}  // namespace nn
