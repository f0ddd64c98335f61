/// \file
/// \brief Exercise 6.3, what is to be written.
#pragma once

#include <vector>

namespace nn::exercise {

/// \brief The slopes in all parameters of a model, part by part: those in W_x,
/// those in W_h, those in b and so on.
using Parts = std::vector<std::vector<double>>;

/// \brief Shortens a gradient that is longer than `longest`, above 0, to that
/// length.
///
/// Its length is the root of the sum of the squares of all its slopes, in all
/// parts. All slopes are multiplied by the same number, so that the gradient keeps
/// its way. A shorter one stays as it is, and so does one whose length is not
/// finite. \return The length as it was before.
double clip_parts(Parts& gradient, double longest);

}  // namespace nn::exercise
