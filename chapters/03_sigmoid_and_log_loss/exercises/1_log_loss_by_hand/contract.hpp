/// \file
/// \brief Exercise 3.1, what is to be written.
#pragma once

namespace nn::exercise {

/// \brief −log p if y is 1, −log(1 − p) if y is 0: the log loss in nats.
///
/// p is in [0, 1], both ends included; y is 0 or 1.
double log_loss(double p, double y);

/// \brief The log loss of p = σ(z), for every finite logit z; y is 0 or 1.
double log_loss_from_logit(double z, double y);

}  // namespace nn::exercise
