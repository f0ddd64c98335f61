/// \file
/// \brief Exercise 3.6, what is to be written.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "nn/optimizer.hpp"

namespace nn::exercise {

/// \brief Adam, step by step: an optimizer like the others of the book.
class AdamByHand : public Optimizer<double> {
public:
    explicit AdamByHand(const AdamSettings<double>& settings)
        : settings_(settings) {}

    /// \brief One step against the gradient: this one is yours.
    void step(std::span<double> parameters,
              std::span<const double> gradient) override;

private:
    AdamSettings<double> settings_;  // learning_rate, beta1, beta2, epsilon
    std::vector<double> mean_;       // of the slopes, empty before the first step
    std::vector<double> mean_square_;
    double steps_ = 0.0;
};

}  // namespace nn::exercise
