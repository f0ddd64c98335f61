/// \file
/// \brief Exercise 9.7, what is to be written.
#pragma once

#include <cstddef>

namespace nn::exercise {

/// \brief What AdamW is set up with.
struct Settings {
    double rate = 0.1, beta1 = 0.9, beta2 = 0.99, epsilon = 1e-8;
    double weight_decay = 0.5;
};

/// \brief A parameter, and what is remembered of its slopes.
struct Parameter {
    double value;
    double mean, mean_square;  ///< fading; both are 0 before the first step
    bool decays;               ///< of a matrix; biases and gains keep their size
};

/// \brief The parameter after step number `step`, counted from 1.
Parameter stepped(const Parameter& parameter, double slope, std::size_t step,
                  const Settings& settings);

}  // namespace nn::exercise
