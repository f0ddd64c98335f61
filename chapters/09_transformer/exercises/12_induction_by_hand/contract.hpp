/// \file
/// \brief Exercise 9.12, what is to be written.
#pragma once

#include <cstddef>
#include <vector>

namespace nn::exercise {

/// \brief Which row of a token's vector means what.
///
/// In the beginning there is a 1 in the row of the token and a 1 in that of its
/// place, and 0 in all others.
struct Stream {
    std::size_t tokens, places;

    std::size_t token(std::size_t v) const { return v; }
    std::size_t place(std::size_t t) const { return tokens + t; }
    std::size_t before(std::size_t v) const { return tokens + places + v; }
    std::size_t answer(std::size_t v) const { return 2 * tokens + places + v; }
    std::size_t width() const { return 3 * tokens + places; }
};

using Matrix = std::vector<std::vector<double>>;  // M[row][column]

/// \brief What a head does, in two matrices, both width × width.
///
/// At the vector x_q of a query, a key x_k has the score x_kᵀ look x_q: look[i][j]
/// is what row i of the key and row j of the query are worth together. Causal;
/// softmax makes weights a_k of the scores, and to x_q is added copy Σ a_k x_k.
struct Head {
    Matrix look, copy;
};

/// \brief The head of the first layer: in the rows `before`, from place 1 on, it
/// leaves the token that stands before this one, and changes no other row.
Head previous_token_head(const Stream& stream);

/// \brief The head of the second layer: where a token has come before, it leaves in
/// the rows `answer` the token that came after it then, and changes no other row.
Head induction_head(const Stream& stream);

}  // namespace nn::exercise
