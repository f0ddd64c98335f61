/// \file
/// \brief Exercise 2.4, what is to be written.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace nn::exercise {

/// \brief A neuron that is learning: it answers 1 if w·x + b ≥ 0, otherwise 0.
struct Learner {
    std::vector<double> w;
    double b = 0.0;
};

/// \brief Inputs, as many as the learner has weights, and the right answer, 0 or 1.
struct Example {
    std::vector<double> x;
    double y = 0.0;
};

/// \brief Shows all examples once, in their order, and changes the learner at each
/// mistake. Returns how many mistakes there were.
std::size_t one_pass(Learner& learner, std::span<const Example> examples);

}  // namespace nn::exercise
