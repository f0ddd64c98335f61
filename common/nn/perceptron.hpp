/// \file
/// \brief A neuron that learns from its mistakes.
#pragma once

#include <armadillo>
#include <cstddef>
#include <span>
#include <vector>

#include "nn/dataset.hpp"

namespace nn {

/// \brief A neuron with a step: its weights, its bias, and whether that may move.
// [snip:perceptron]
struct Perceptron {
    std::vector<double> w;
    double b = 0.0;
    bool with_bias = true;
};
// [snip:perceptron]

/// \brief 1 or 0 for each column of X.
///
/// X is inputs × examples, the answers 1 × examples. Throws std::invalid_argument
/// if X has another number of inputs or is not finite.
// [snip:perceptron-declared]
arma::rowvec answers_of(const Perceptron& neuron, const arma::mat& X);

/// \brief Shows the neuron one example. True if its answer was wrong, and it moved.
/// \implements{perceptron-update}
///
/// y is 0 or 1. Throws std::invalid_argument if the lengths differ. Error: ≤ 0.5
/// ulp in each weight and in the bias, of the sum of old value and step.
bool perceptron_update(Perceptron& neuron, std::span<const double> x, double y);

/// \brief The share of answers that are right.
/// \implements{share-right}
///
/// Throws std::invalid_argument if the lengths differ or are 0. Error: ≤ 0.5 ulp.
double share_right(const arma::rowvec& answers, const arma::rowvec& y);
// [snip:perceptron-declared]

/// \brief Rosenblatt's rule over and over, and the average of all neurons on the
/// way.
///
/// The examples are shown in the order of their columns. Starts from zeros.
// [snip:trainer]
class PerceptronTrainer {
public:
    PerceptronTrainer(std::size_t inputs, bool with_bias);

    /// \brief Shows all examples once; returns how many were answered wrongly.
    ///
    /// Throws std::invalid_argument for data that require_dataset() refuses or that
    /// have another number of inputs.
    std::size_t pass(const Dataset& data);

    /// \brief The neuron as it is now.
    const Perceptron& last() const { return last_; }

    /// \brief The mean of the neurons after each example shown so far.
    /// \implements{perceptron-average}
    ///
    /// Before the first example, the neuron as it is. Error: ≤ 1e-12, relative to
    /// the largest weight on the way.
    Perceptron average() const;

private:
    Perceptron last_, sum_;
    double shown_ = 0.0;
};
// [snip:trainer]

}  // namespace nn
