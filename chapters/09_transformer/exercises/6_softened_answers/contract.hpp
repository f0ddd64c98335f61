/// \file
/// \brief Exercise 9.6, what is to be written.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace nn::exercise {

/// \brief A loss, and its slopes in the scores.
struct Paid {
    double loss;
    std::vector<double> slopes;
};

/// \brief Cross-entropy in nats with label smoothing s, 0 ≤ s < 1.
///
/// The answers are q_k = s / n for each of the n classes, and 1 − s more for the
/// right one; the loss is − Σ q_k ln p_k, where p = softmax(scores). The scores may
/// be large.
Paid smoothed_loss(std::span<const double> scores, std::size_t right,
                   double smoothing);

}  // namespace nn::exercise
