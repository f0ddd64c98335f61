/// \file
/// \brief The models that the program sends to the examination.
#pragma once

#include <armadillo>
#include <cstdint>
#include <functional>

#include "mini_network.hpp"
#include "nn/io/program.hpp"
#include "nn/io/two_parts.hpp"
#include "training.hpp"

namespace nn {

/// \brief Logistic regression by Adam, stopped at its best epoch.
// [snip:best-models-declared]
arma::vec best_logistic(const Options& options, std::uint32_t seed,
                        const TwoParts& task);

/// \brief A mini network by Adam, stopped at its best epoch.
arma::vec best_network(const Options& options, std::uint32_t seed,
                       const MiniShape& shape, const TwoParts& task,
                       const std::function<void()>& after_epoch);

/// \brief How many epochs the best network takes.
std::size_t network_epochs(const Options& options);

/// \brief The slopes of a mini network, for training.
GradientOf mini_gradient_of(const MiniShape& shape);

/// \brief The logits of a mini network from all its parameters.
arma::rowvec mini_logits(const arma::vec& parameters, const MiniShape& shape,
                         const arma::mat& X);
// [snip:best-models-declared]

}  // namespace nn
