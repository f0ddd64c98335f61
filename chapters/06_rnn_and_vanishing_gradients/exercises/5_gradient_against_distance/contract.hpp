/// \file
/// \brief Exercise 6.5, what is to be written.
#pragma once

#include <vector>

namespace nn::exercise {

using Vector = std::vector<double>;
using Matrix = std::vector<Vector>;  // A[i][j] is in row i and column j

/// \brief A B. It is there already, and the test counts how often you call it.
Matrix product(const Matrix& A, const Matrix& B);

/// \brief How much each state of a sequence moves the last one.
///
/// The network is Elman's, and `states` has h_0, h_1 … h_T of n units. Place t of
/// the result is the norm of the n × n matrix ∂h_T/∂h_t: the root of the sum of the
/// squares of its entries. Place T is √n, the norm of the identity.
Vector influence_on_last(const Matrix& W_h, const std::vector<Vector>& states);

}  // namespace nn::exercise
