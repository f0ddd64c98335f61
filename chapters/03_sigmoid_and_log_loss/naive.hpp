/// \file
/// \brief The formulas as they stand in textbooks, kept as a warning.
#pragma once

#include <cmath>

namespace nn {

/// \brief The sigmoid as some write it: NaN above 709.78, where e^z overflows.
// [snip:naive]
template <class T>
T naive_sigmoid(T z) {
    using std::exp;
    return exp(z) / (1 + exp(z));
}

/// \brief Softplus by its definition: ∞ above 709.78, and 0 below −36.74.
template <class T>
T naive_softplus(T z) {
    using std::exp;
    using std::log;
    return log(1 + exp(z));
}

/// \brief The log loss of p = σ(z) by way of p: 0 or ∞ where p has no digits left.
template <class T>
T naive_log_loss(T z, T y) {
    using std::exp;
    using std::log;
    const T p = 1 / (1 + exp(-z));
    return y == 1 ? T(-log(p)) : T(-log(1 - p));
}
// [snip:naive]

}  // namespace nn
