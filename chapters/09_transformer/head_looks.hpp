/// \file
/// \brief What the heads of a transformer look at.
#pragma once

#include <armadillo>
#include <array>
#include <cstddef>
#include <span>

#include "nn/causal_batch.hpp"
#include "transformer.hpp"

namespace nn {

/// \brief Tokens that a head may look at from where it is.
// [snip:looks]
enum class Look {
    itself,
    previous,   ///< the token before
    first,      ///< of the sequence
    same,       ///< earlier tokens equal to this one
    after_same  ///< tokens that come right behind one of those
};
inline constexpr std::array all_looks{Look::itself, Look::previous, Look::first,
                                      Look::same, Look::after_same};

/// \brief Whether token number k is one of those, seen from token number t.
bool is_looked_at(Look look, std::span<const Token> tokens, std::size_t k,
                  std::size_t t);
// [snip:looks]

/// \brief The weights of all heads, number l H + h for head h of layer l, on
/// sequence number `sequence` of a pass: keys × queries × heads.
// [snip:head-looks]
arma::fcube head_weights(const Transformer<float>& model,
                         const TransformerPass<float>& pass, std::size_t sequence);

/// \brief The mean weight on each of all_looks, over the queries that have such a
/// token to look at; the first query, which sees itself alone, is left out.
///
/// Looks × heads; 0 where there was never such a token.
arma::mat head_looks(const Transformer<float>& model,
                     std::span<const float> parameters,
                     std::span<const Token> tokens, std::size_t sequences);

/// \brief The same of a head that looks at all that it sees alike.
arma::vec even_looks(std::span<const Token> tokens, std::size_t sequences);
// [snip:head-looks]

}  // namespace nn
