/// \file
/// \brief Exercise 7.6, what is to be written.
#pragma once

#include <cstddef>
#include <vector>

namespace nn::exercise {

using Columns = std::vector<std::vector<double>>;  // a column for each token

/// \brief Cuts each token's vector into equal parts, one for each head.
///
/// With d for the width of X divided by `heads`, head h gets the numbers h d to
/// h d + d − 1 of every token: place h of the result has a column of d numbers for
/// each token. There is at least one token. Throws std::invalid_argument if there
/// are no heads, or if they do not divide the width.
std::vector<Columns> split_into_heads(const Columns& X, std::size_t heads);

/// \brief The other way: what the heads gave, stacked, a column for each token.
Columns stacked(const std::vector<Columns>& heads);

}  // namespace nn::exercise
