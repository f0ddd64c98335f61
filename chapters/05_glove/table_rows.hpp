/// \file
/// \brief Some rows of the table, and the probabilities that they give.
#pragma once

#include <armadillo>
#include <cstddef>
#include <span>
#include <vector>

#include "nn/cooccurrence.hpp"

namespace nn {

/// \brief How likely word k is in the company of word i: its share of i's row.
/// \implements{context-probability}
///
/// Domain: x_i > 0. Range: [0, 1]. Error: ≤ 0.5 ulp.
// [snip:context-probability]
template <class T>
T context_probability(T x_ik, T x_i) {
    return x_ik / x_i;
}
// [snip:context-probability]

/// \brief How many times as likely word k is in the company of i as in that of j.
/// \implements{probability-ratio}
///
/// Domain: x_i, x_j > 0; 0 / 0 is NaN. Error: ≤ 3 ulp.
// [snip:probability-ratio]
template <class T>
T probability_ratio(T x_ik, T x_i, T x_jk, T x_j) {
    return context_probability(x_ik, x_i) / context_probability(x_jk, x_j);
}
// [snip:probability-ratio]

/// \brief The rows of a few words, and the sum of each row of the table.
///
/// Takes the pairs of the table in any order, each once, row ≤ column.
// [snip:table-rows]
class TableRows {
public:
    /// \brief `rows` names the words whose rows are kept. Throws
    /// std::invalid_argument if one is not of the `words`.
    TableRows(std::size_t words, std::span<const Token> rows);

    void add(std::span<const Cell> pairs);

    /// \brief X in the row of the word that was named as number `row`.
    double x(std::size_t row, Token column) const { return kept_(column, row); }

    /// \brief X_i, the sum of any word's row.
    double sum(Token word) const { return sums_[word]; }

private:
    std::vector<Token> rows_;
    arma::mat kept_;  // V × rows
    arma::vec sums_;  // V
};
// [snip:table-rows]

}  // namespace nn
