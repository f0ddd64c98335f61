/// \file
/// \brief Who stands beside whom, and how often.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "nn/synonym_score.hpp"
#include "nn/tokens.hpp"

namespace nn {

/// \brief Two words, and how often the second is a neighbour of the first.
// [snip:pair-counts-declared]
struct CountedPair {
    TokenPair pair;
    double count = 0.0;
};

/// \brief All pairs of a word and a neighbour up to `window` words away, counted.
///
/// Throws std::invalid_argument for a window of 0, and if a word is not below
/// `words`.
class PairCounts {
public:
    PairCounts(TokenStream& tokens, std::size_t words, std::size_t window);

    /// \brief The pairs that occur, by their first word, then by their second.
    std::span<const CountedPair> pairs() const { return pairs_; }

    /// \brief Those with this first word.
    std::span<const CountedPair> neighbours(Token word) const;

    double together(Token word, Token neighbour) const;
    double pairs_with(Token word) const { return sums_[word]; }
    const std::vector<double>& sums() const { return sums_; }  ///< of each word
    double total() const { return total_; }

    /// \brief \eqref{pmi} of two words.
    double pmi_of(TokenPair pair) const;

private:
    std::vector<CountedPair> pairs_;
    std::vector<std::size_t> begins_;  // of each word's neighbours, and the end
    std::vector<double> sums_;
    double total_ = 0.0;
};
// [snip:pair-counts-declared]

}  // namespace nn
