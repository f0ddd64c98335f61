/// \file
/// \brief Exercise 2.6, what is to be written.
#pragma once

#include <cstddef>
#include <vector>

namespace nn::exercise {

/// \brief A neuron: it answers 1 if w·x + b ≥ 0, otherwise 0.
struct StepNeuron {
    std::vector<double> w;
    double b = 0.0;
};

/// \brief A layer of neurons that read the inputs, and one neuron that reads their
/// answers.
struct TwoLayers {
    std::vector<StepNeuron> hidden;
    StepNeuron output;
};

/// \brief 1 if exactly one of two inputs is 1: two hidden neurons and one output.
TwoLayers xor_network();

/// \brief 1 if an odd number of the n inputs is 1: n hidden neurons and one output.
TwoLayers parity_network(std::size_t n);

}  // namespace nn::exercise
