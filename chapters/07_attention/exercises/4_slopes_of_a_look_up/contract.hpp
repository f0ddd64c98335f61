/// \file
/// \brief Exercise 7.4, what is to be written.
#pragma once

#include <span>
#include <vector>

namespace nn::exercise {

using Columns = std::vector<std::vector<double>>;  // a column for each token

/// \brief What one query took, and the weights that it found:
/// s_j = k_j · q / √d, a = softmax(s), o = Σ a_j v_j.
struct LookUp {
    std::vector<double> query;
    Columns keys, values;
    std::vector<double> weights;  // a
};

/// \brief The slopes of the loss in all that the look-up took.
struct LookUpSlopes {
    std::vector<double> query;
    Columns keys, values;
};

/// \brief The look-up backwards; `dO` has the slopes of the loss in the output o.
LookUpSlopes look_up_back(const LookUp& look_up, std::span<const double> dO);

}  // namespace nn::exercise
