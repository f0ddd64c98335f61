/// \file
/// \brief Exercise 7.1, what is to be written.
#pragma once

#include <span>
#include <vector>

namespace nn::exercise {

using Columns = std::vector<std::vector<double>>;  // a column for each token

/// \brief What a query finds.
struct Found {
    std::vector<double> weights;  // of each key
    std::vector<double> output;   // the values, mixed by these weights
};

/// \brief The two steps of attention for one query.
///
/// Scores k · q / √d for each key k, where d is how many numbers q has; weights by
/// softmax over the scores; the output is the sum of weight times value. There is
/// at least one key, and a value for each. The scores may be large: thousands.
Found look_up(std::span<const double> query, const Columns& keys,
              const Columns& values);

}  // namespace nn::exercise
