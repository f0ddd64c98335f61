/// \file
/// \brief A dictionary that is asked softly: the smallest form of attention.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "nn/require.hpp"
#include "nn/softmax.hpp"
#include "pair_score.hpp"

namespace nn {

/// \brief What a dictionary answers to a query, and how it got there.
// [snip:look-up-answer]
template <class T>
struct LookUpAnswer {
    std::vector<T> scores;   ///< of each key: how well it fits the query
    std::vector<T> weights;  ///< of each key: its share, they sum to 1
    std::vector<T> result;   ///< the values, mixed by the weights
};
// [snip:look-up-answer]

// [snip:require-look-up]
template <class T>
void require_look_up(std::span<const std::vector<T>> keys,
                     std::span<const std::vector<T>> values) {
    require(!keys.empty() && keys.size() == values.size(), "soft_look_up",
            std::to_string(keys.size()) + " keys and " +
                std::to_string(values.size()) +
                " values; give a value for each key, and at least 1");
    for (const std::vector<T>& value : values)
        require(value.size() == values[0].size(), "soft_look_up",
                "values of " + std::to_string(values[0].size()) + " and of " +
                    std::to_string(value.size()) +
                    " numbers; they must be of the same length");
}
// [snip:require-look-up]

/// \brief The values, mixed by weights: Σ a_i v_i.
///
/// As soft_look_up() calls it: as many weights as values, all of one length.
// [snip:mix-values]
template <class T>
std::vector<T> mix_values(std::span<const T> weights,
                          std::span<const std::vector<T>> values) {
    std::vector<T> mixed(values[0].size());
    for (std::size_t i = 0; i < values.size(); ++i)
        for (std::size_t j = 0; j < mixed.size(); ++j)
            mixed[j] += weights[i] * values[i][j];
    return mixed;
}
// [snip:mix-values]

/// \brief Asks a dictionary: every value answers, as loudly as its key fits.
/// \implements{soft-look-up}
///
/// The weights are softmax of the products q·k_i, the result is Σ a_i v_i. Throws
/// std::invalid_argument unless there is a value for each key, at least one, the
/// keys are as long as the query, and the values as long as each other. Domain:
/// finite numbers. Error of the result: ≤ 3 n + 2 (d + 2) s + 8 ulp of the largest
/// |number of a value|, for n keys of d numbers where no sum of |q_j k_ij| over j
/// is above s.
// [snip:soft-look-up]
template <class T>
LookUpAnswer<T> soft_look_up(std::span<const T> query,
                             std::span<const std::vector<T>> keys,
                             std::span<const std::vector<T>> values) {
    require_look_up(keys, values);
    LookUpAnswer<T> answer;
    for (const std::vector<T>& key : keys)
        answer.scores.push_back(dot_score<T>(key, query));
    answer.weights = answer.scores;
    softmax<T>(answer.scores, answer.weights);
    answer.result = mix_values<T>(answer.weights, values);
    return answer;
}
// [snip:soft-look-up]

}  // namespace nn
