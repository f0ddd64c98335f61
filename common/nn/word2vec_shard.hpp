/// \file
/// \brief A few centres of nn::train_word2vec() and the words around them: vectors
/// copied side by side, and their changes added back.
#pragma once

#include <armadillo>
#include <cstddef>
#include <vector>

#include "nn/tokens.hpp"

namespace nn {

// [snip:shard-sizes]
/// \brief Centres of a shard: their scores are one matrix product.
inline constexpr std::size_t shard_centres = 16;
inline constexpr std::size_t shard_noise = 32;  ///< noise words that they share
inline constexpr std::size_t row_parts = 4;  ///< of the words, updated side by side
// [snip:shard-sizes]

// [snip:shard]
/// \brief Some centres in a row, the words around them, noise, and their gradients.
struct Word2VecShard {
    Word2VecShard(arma::uword d, arma::uword neighbours)
        : outputs(neighbours + shard_noise, line_end),
          H(d, shard_centres, arma::fill::zeros),
          O(d, outputs.size(), arma::fill::zeros),
          rate(outputs.size(), arma::fill::zeros) {}

    std::vector<Token> outputs;  ///< the words around the centres, then noise
    arma::fmat H, dH;            ///< d × centres: centre vectors
    arma::fmat O, dO;            ///< d × outputs: neighbour vectors
    arma::fmat S;                ///< outputs × centres: scores, then steps
    arma::fvec rate;             ///< outputs: how far one centre may step
};
// [snip:shard]

/// \brief Copies the words' vectors side by side. Line ends are passed over.
// [snip:gather-declared]
void gather_vectors(const arma::fmat& vectors, const Token* words, std::size_t n,
                    arma::fmat& packed);

/// \brief Adds the columns back to their words' vectors: those of the words whose
/// number leaves the rest `part` by row_parts.
void scatter_vectors(const arma::fmat& packed, const Token* words, std::size_t n,
                     std::size_t part, arma::fmat& vectors);
// [snip:gather-declared]

}  // namespace nn
