/// \file
/// \brief Exercise 2.5, what is to be written.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace nn::exercise {

/// \brief One of the words of a line: which input it is, and its share of the line.
struct Word {
    std::size_t input;
    double share;
};

/// \brief A line of text: its words (all other inputs are 0), and the right answer.
struct Line {
    std::vector<Word> words;
    double y;
};

/// \brief The weights of a neuron, and its bias.
struct Average {
    std::vector<double> w;
    double b = 0.0;
};

/// \brief Trains a perceptron from zeros, `passes` times over all lines in their
/// order, and returns the mean of all the neurons that it was: one for each line
/// shown, after the change that the line brought, if any.
///
/// There is at least one line and one pass.
Average averaged_perceptron(std::span<const Line> lines, std::size_t inputs,
                            std::size_t passes);

}  // namespace nn::exercise
