/// \file
/// \brief Do keys and queries have the shapes that a score was made for?
#pragma once

#include <armadillo>
#include <cstddef>
#include <string>

#include "nn/require.hpp"

namespace nn {

/// \brief How many numbers a key and a query have.
// [snip:score-rows]
struct ScoreRows {
    std::size_t keys = 0, queries = 0;
};

/// \brief Throws std::invalid_argument with both shapes unless they have the rows.
template <class T>
void require_rows(const ScoreRows& rows, const arma::Mat<T>& K,
                  const arma::Mat<T>& Q) {
    if (K.n_rows == rows.keys && Q.n_rows == rows.queries) return;
    require(false, "attention",
            "Q is " + std::to_string(Q.n_rows) + " × " + std::to_string(Q.n_cols) +
                " and K is " + std::to_string(K.n_rows) + " × " +
                std::to_string(K.n_cols) + "; they need " +
                std::to_string(rows.queries) + " and " + std::to_string(rows.keys) +
                " rows");
}

/// \brief The same for the way back: dS must be keys × queries.
template <class T>
void require_slopes(const ScoreRows& rows, const arma::Mat<T>& K,
                    const arma::Mat<T>& Q, const arma::Mat<T>& dS) {
    require_rows(rows, K, Q);
    if (dS.n_rows == K.n_cols && dS.n_cols == Q.n_cols) return;
    require(
        false, "attention",
        "dS is " + std::to_string(dS.n_rows) + " × " + std::to_string(dS.n_cols) +
            " for " + std::to_string(K.n_cols) + " keys and " +
            std::to_string(Q.n_cols) +
            " queries; it needs a row for each key and a column for each query");
}
// [snip:score-rows]

}  // namespace nn
