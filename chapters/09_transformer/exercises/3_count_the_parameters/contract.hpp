/// \file
/// \brief Exercise 9.3, what is to be written.
#pragma once

#include <cstddef>

namespace nn::exercise {

/// \brief The shape of a transformer like GPT-2.
struct Shape {
    std::size_t vocabulary, context, layers, heads, width;
};

/// \brief How many numbers such a transformer learns.
///
/// A vector for each token, which the scores are made with too, and one for each
/// place. In each layer: a normalisation, attention, a normalisation, feed-forward
/// with four times as many units as the width. One more normalisation at the end.
/// Matrices of attention and feed-forward have a bias; a normalisation has a gain
/// and a bias.
std::size_t parameters_of(const Shape& shape);

}  // namespace nn::exercise
