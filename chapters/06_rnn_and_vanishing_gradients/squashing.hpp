/// \file
/// \brief What a unit makes of its sum, and how steep that is.
#pragma once

#include <algorithm>
#include <cmath>

#include "nn/sigmoid.hpp"

namespace nn {

/// \brief φ of a recurrence h_t = φ(W h_{t−1} + x_t).
// [snip:squashing]
enum class Squashing { none, tanh, sigmoid, relu };

/// \brief φ(z). T is float, double or a type of Boost.Multiprecision.
template <class T>
T squashed(Squashing squashing, T z) {
    using std::tanh;
    switch (squashing) {
        case Squashing::tanh:
            return tanh(z);
        case Squashing::sigmoid:
            return sigmoid(z);
        case Squashing::relu:
            return z > 0 ? z : T(0);
        default:
            return z;
    }
}

/// \brief φ′(z), from the output h = φ(z).
template <class T>
T slope_from_output(Squashing squashing, T h) {
    switch (squashing) {
        case Squashing::tanh:
            return (1 - h) * (1 + h);
        case Squashing::sigmoid:
            return h * (1 - h);
        case Squashing::relu:
            return h > 0 ? T(1) : T(0);
        default:
            return T(1);
    }
}
// [snip:squashing]

/// \brief γ: no slope of φ is steeper.
// [snip:steepest-slope]
inline double steepest_slope(Squashing squashing) {
    return squashing == Squashing::sigmoid ? 0.25 : 1.0;
}
// [snip:steepest-slope]

}  // namespace nn
