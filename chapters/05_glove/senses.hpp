/// \file
/// \brief One vector for all senses of a word: what it is made of.
#pragma once

#include <armadillo>
#include <cstddef>
#include <span>
#include <vector>

#include "nn/tokens.hpp"

namespace nn {

/// \brief How much of a vector lies in the plane of two others: the squared length
/// of its shadow there, as a share of its own.
/// \implements{share-in-plane}
///
/// Range: [0, 1]. Throws std::invalid_argument if the lengths differ, if v is 0, or
/// if a and b span no plane. Absolute error: ≤ 1e-13, where the angle between a and
/// b is above 1°.
// [snip:share-in-plane]
double share_in_plane(const arma::vec& v, const arma::vec& a, const arma::vec& b);
// [snip:share-in-plane]

/// \brief The company of each occurrence of some words.
// [snip:companies]
struct CompanyOptions {
    std::size_t context_window = 10;  ///< words on each side, within the line
    arma::fvec weights{};             ///< V: how much each word counts
};

/// \brief For each of the words a matrix with a column an occurrence: the weighted
/// sum of the vectors around it.
///
/// `vectors` is d × V. Throws std::invalid_argument if the weights or the vectors
/// do not cover every word of the text.
std::vector<arma::fmat> companies(TokenStream& tokens, std::span<const Token> words,
                                  const arma::fmat& vectors,
                                  const CompanyOptions& options);
// [snip:companies]

/// \brief Which of two groups each occurrence is in: on which side of the mean it
/// lies, along the direction in which the companies differ most.
///
/// A company counts by its direction alone. Throws std::invalid_argument if there
/// are fewer than two.
// [snip:split-by-company]
std::vector<bool> split_by_company(const arma::fmat& companies);
// [snip:split-by-company]

}  // namespace nn
