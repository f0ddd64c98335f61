/// \file
/// \brief Word vectors that mean nothing.
#pragma once

#include <string>

#include "nn/rng.hpp"
#include "nn/word_vectors.hpp"

/// \brief Words w0, w1, … with normal numbers.
inline nn::WordVectors random_vectors(arma::uword d, arma::uword n,
                                      std::uint32_t seed) {
    nn::Rng rng(seed);
    nn::WordVectors made{{}, arma::fmat(d, n)};
    for (float& x : made.vectors) x = static_cast<float>(rng.normal());
    for (arma::uword j = 0; j < n; ++j)
        made.words.push_back("w" + std::to_string(j));
    return made;
}
