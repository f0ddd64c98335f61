/// \file
/// \brief Examples to learn a yes or no from.
#pragma once

#include <armadillo>
#include <span>

namespace nn {

/// \brief Examples, one a column, and for each the right answer.
// [snip:dataset]
struct Dataset {
    arma::mat X;     ///< inputs × examples
    arma::rowvec y;  ///< 1 × examples, each 0 or 1
};

/// \brief Refuses examples that nothing can be learnt from.
///
/// Throws std::invalid_argument, in the name of the function `where`, if there is
/// no example, if X and y differ in length, if a label is neither 0 nor 1, or if an
/// input is not finite; the message names the place.
void require_dataset(const char* where, const Dataset& data);

/// \brief Refuses examples with another number of inputs than a model has weights.
///
/// Throws std::invalid_argument with both numbers.
void require_inputs(const char* where, const arma::mat& X, arma::uword inputs);

/// \brief The inputs of one example, without a copy.
inline std::span<const double> example_of(const arma::mat& X, arma::uword column) {
    return {X.colptr(column), X.n_rows};
}

/// \brief The examples of the given columns.
Dataset columns_of(const Dataset& data, const arma::uvec& columns);
// [snip:dataset]

}  // namespace nn
