/// \file
/// \brief Exercise 2.2, what is to be written.
#pragma once

#include <array>

namespace nn::exercise {

/// \brief A neuron with two inputs: it fires if w_1 x_1 + w_2 x_2 + b ≥ 0.
struct GateWeights {
    std::array<double, 2> w;
    double b;
};

/// \brief Fires if both inputs are 1.
GateWeights and_gate();

/// \brief Fires if at least one input is 1.
GateWeights or_gate();

/// \brief Fires unless both inputs are 1.
GateWeights nand_gate();

/// \brief Fires if the first input is 0, whatever the second one is.
GateWeights not_first_gate();

/// \brief Fires if the first input is 1 and the second one 0.
GateWeights first_but_not_second_gate();

}  // namespace nn::exercise
