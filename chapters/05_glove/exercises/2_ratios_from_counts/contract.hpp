/// \file
/// \brief Exercise 5.2, what is to be written.
#pragma once

#include <cstddef>
#include <vector>

namespace nn::exercise {

using Matrix = std::vector<std::vector<double>>;  // a row for each word

/// \brief P(k|i): of all that stands near word i, the share of word k.
///
/// counts[i][k] tells how much word k stood near word i. The table need not be
/// symmetric; no row and no column is all 0.
double probability(const Matrix& counts, std::size_t k, std::size_t i);

/// \brief P(k|i)/P(k|j), and infinity if k never stands near j, but near i.
double ratio(const Matrix& counts, std::size_t k, std::size_t i, std::size_t j);

/// \brief The pointwise mutual information of word i and a word k near it, in nats:
/// the logarithm of P(k|i) over the share of k in the whole table.
///
/// Minus infinity for two words that never met.
double mutual_information(const Matrix& counts, std::size_t i, std::size_t k);

}  // namespace nn::exercise
