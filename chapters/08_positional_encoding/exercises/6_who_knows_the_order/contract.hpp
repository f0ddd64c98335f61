/// \file
/// \brief Exercise 8.6, what is to be written.
#pragma once

#include <functional>
#include <vector>

namespace nn::exercise {

using Sequence = std::vector<std::vector<double>>;  // a column for each token

/// \brief A column in, a column out, for each token.
using Layer = std::function<Sequence(const Sequence&)>;

/// \brief Whether a layer knows the order of its tokens, found out by trying.
///
/// A layer that does not know it gives each token the same output in whatever order
/// the tokens come, up to rounding: outputs that differ by at most 1e-9 count as
/// the same. `tokens` is the sequence to try it with; no two of them are alike.
bool knows_order(const Layer& layer, const Sequence& tokens);

}  // namespace nn::exercise
