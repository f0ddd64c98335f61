/// \file
/// \brief Vectors with the names of their words.
#pragma once

#include "nn/vocabulary.hpp"
#include "nn/word_vectors.hpp"

namespace nn {

/// \brief The words of a vocabulary with their vectors, d × V.
// [snip:named-vectors]
inline WordVectors named_vectors(const Vocabulary& vocabulary,
                                 const arma::fmat& vectors) {
    WordVectors named{{}, vectors};
    for (Token word = 0; word < vocabulary.size(); ++word)
        named.words.push_back(vocabulary.word(word));
    return named;
}
// [snip:named-vectors]

}  // namespace nn
