/// \file
/// \brief How long a perceptron learns: until nothing is wrong, and how many
/// mistakes that takes at most.
#pragma once

#include <cstddef>

#include "nn/dataset.hpp"
#include "nn/perceptron.hpp"
#include "nn/rng.hpp"

namespace nn {

/// \brief A neuron after training until a pass has no mistake, or until patience
/// ends.
// [snip:separation]
struct Separation {
    Perceptron neuron;
    std::size_t mistakes = 0, passes = 0;
    bool found = false;  ///< the last pass had no mistake
};

/// \brief Trains on the data for at most `passes` passes.
Separation separate(const Dataset& data, bool with_bias, std::size_t passes);

/// \brief How many mistakes a perceptron makes at most on data that `neuron`
/// separates, however often it sees them.
/// \implements{mistake-bound}
///
/// Source: \source{novikoff1962}. With a bias the constant input 1 counts in R and
/// the bias in γ. Throws std::invalid_argument if an example lies on the boundary
/// or on its wrong side. Relative error: ≤ 1e-12 · R / γ.
double mistake_bound(const Dataset& data, const Perceptron& neuron);

/// \brief Examples that a random neuron answers, none within `margin` of its
/// boundary.
struct Separable {
    Dataset data;
    Perceptron neuron;
};

/// \brief Inputs are standard normal; a point too near to the boundary is drawn
/// again.
///
/// Throws std::invalid_argument unless there are inputs and examples and the margin
/// lies in [0, 1].
Separable separable_examples(std::size_t inputs, std::size_t examples,
                             double margin, Rng& rng);
// [snip:separation]

}  // namespace nn
