/// \file
/// \brief Tokens that look at each other as they are: by tables, and by loops whose
/// sums have an order of our choice.
#pragma once

#include <algorithm>
#include <armadillo>
#include <cmath>
#include <span>
#include <vector>

#include "nn/attention.hpp"
#include "pair_score.hpp"

namespace nn {

/// \brief X is queries, keys and values: O = X softmax(XᵀX / √d) under a rule.
///
/// X is d × tokens, and so is the result. Throws as attention_weights().
// [snip:attention-by-tables]
template <class T>
arma::Mat<T> attention_by_tables(const arma::Mat<T>& X, const AttentionRule& rule) {
    const arma::Mat<T> S = X.t() * X / std::sqrt(T(X.n_rows));  // keys × queries
    return attention_output<T>(X, attention_weights<T>(S, rule));
}
// [snip:attention-by-tables]

/// \brief In which order terms are added: as the tokens stand, or from the smallest
/// to the largest.
// [snip:sum-order]
enum class SumOrder { of_places, of_values };

inline double sum_in_order(std::vector<double> terms, SumOrder order) {
    if (order == SumOrder::of_values) std::sort(terms.begin(), terms.end());
    double sum = 0;
    for (const double term : terms) sum += term;
    return sum;
}
// [snip:sum-order]

/// \brief What each column of Q gets from the columns of X, its keys and values.
///
/// Q is d × queries, X d × keys; the result d × queries. With sums in the order of
/// their values, no bit depends on the order of the tokens. Throws as
/// scaled_dot_score().
// [snip:attention-by-loops]
inline arma::mat attention_by_loops(const arma::mat& Q, const arma::mat& X,
                                    SumOrder order) {
    arma::mat O(X.n_rows, Q.n_cols);  // d × queries
    std::vector<double> weights(X.n_cols), terms(X.n_cols);
    for (arma::uword q = 0; q < Q.n_cols; ++q) {
        for (arma::uword k = 0; k < X.n_cols; ++k)
            weights[k] = scaled_dot_score<double>({X.colptr(k), X.n_rows},
                                                  {Q.colptr(q), Q.n_rows});
        const double largest = *std::max_element(weights.begin(), weights.end());
        for (double& weight : weights) weight = std::exp(weight - largest);
        const double sum = sum_in_order(weights, order);
        for (arma::uword j = 0; j < X.n_rows; ++j) {
            for (arma::uword k = 0; k < X.n_cols; ++k)
                terms[k] = weights[k] / sum * X(j, k);
            O(j, q) = sum_in_order(terms, order);
        }
    }
    return O;
}
// [snip:attention-by-loops]

}  // namespace nn
