/// \file
/// \brief Exercise 7.2, what is to be written.
#pragma once

#include <vector>

namespace nn::exercise {

using Columns = std::vector<std::vector<double>>;

/// \brief Softmax over the keys that a query may see.
///
/// Column q of `scores` has the scores of query number q, one for each key; the
/// result has the weights in their places. A causal query sees no key that comes
/// after it: key k is hidden from query q where k > q. Nobody sees a key that
/// `padding` marks as filling; an empty `padding` marks none. A hidden key has the
/// weight 0. A query from which all keys are hidden has weights of 0 throughout.
Columns masked_weights(const Columns& scores, bool causal,
                       const std::vector<bool>& padding);

}  // namespace nn::exercise
