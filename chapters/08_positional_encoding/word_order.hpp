/// \file
/// \brief The same words in another order.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "nn/tokens.hpp"

namespace nn {

/// \brief A passage without a stop in it.
// [snip:clause]
struct Clause {
    std::size_t line = 0;  ///< of the text
    std::vector<Token> words{};
};

/// \brief Two clauses by their numbers, the earlier one first.
struct ClausePair {
    std::size_t one = 0, other = 0;
};
// [snip:clause]

/// \brief Pairs of clauses that are the same words in another order.
///
/// Of the clauses of at least `shortest` words with the same words, the first is
/// paired with each other order, where that stands first. In the order of the text.
// [snip:same-words-declared]
std::vector<ClausePair> same_words_other_order(std::span<const Clause> clauses,
                                               std::size_t shortest);
// [snip:same-words-declared]

/// \brief Two pieces that change places around a middle: u A m B v and u B m A v.
// [snip:exchange-declared]
struct Exchange {
    std::size_t before = 0;                         ///< words of u
    std::size_t first = 0, middle = 0, second = 0;  ///< of A, m and B in the one
};

/// \brief The exchange that makes the other of the one, with the longest middle; no
/// piece and no middle is empty.
std::optional<Exchange> exchange_of(std::span<const Token> one,
                                    std::span<const Token> other);
// [snip:exchange-declared]

/// \brief Of each word of the one: where it stands in the other. The first of equal
/// words is the first there.
///
/// Throws std::invalid_argument if they are not the same words.
// [snip:places-declared]
std::vector<std::size_t> places_in(std::span<const Token> one,
                                   std::span<const Token> other);
// [snip:places-declared]

}  // namespace nn
