/// \file
/// \brief Learning from examples, a few at a time.
#pragma once

#include <armadillo>
#include <cstddef>
#include <functional>

#include "nn/dataset.hpp"
#include "nn/optimizer.hpp"
#include "nn/rng.hpp"

namespace nn {

/// \brief The gradient of a model's mean loss over some examples.
// [snip:training-declared]
using GradientOf =
    std::function<arma::vec(const arma::vec& parameters, const Dataset& examples)>;

/// \brief How long to learn, and from how many examples a step.
struct TrainingPlan {
    std::size_t epochs = 1;        ///< how often each example is seen
    arma::uword batch_size = 256;  ///< as many as there are, or more: all of them
};

/// \brief Moves the parameters down the slope of the loss.
///
/// Each epoch shuffles the examples by the generator and goes through them in
/// batches; where one batch holds them all, nothing is drawn. `after_epoch` sees
/// the parameters. Throws std::invalid_argument for an empty batch, and as
/// require_dataset() does.
void train_in_batches(
    arma::vec& parameters, const Dataset& data, const GradientOf& gradient_of,
    Optimizer<double>& optimizer, const TrainingPlan& plan, Rng& rng,
    const std::function<void(const arma::vec&)>& after_epoch = [](const auto&) {});
// [snip:training-declared]

/// \brief A model as the training sees it: its loss over examples, and the
/// gradient.
// [snip:train-to-best-declared]
struct TrainableModel {
    std::function<double(const arma::vec& parameters, const Dataset& examples)>
        loss;
    GradientOf gradient;
};

/// \brief Trains as train_in_batches() does, and returns the parameters after the
/// epoch whose loss on the validation examples was lowest.
arma::vec train_to_best(
    arma::vec parameters, const Dataset& train, const Dataset& validation,
    const TrainableModel& model, Optimizer<double>& optimizer,
    const TrainingPlan& plan, Rng& rng,
    const std::function<void()>& after_epoch = [] {});
// [snip:train-to-best-declared]

/// \brief Throws std::invalid_argument, in the name of the function `where`, unless
/// there is a label for each logit, and at least one.
// [snip:accuracy-declared]
void require_labels(const char* where, const arma::rowvec& logits,
                    const arma::rowvec& labels);

/// \brief The share of examples whose logit is on the side of their label, z ≥ 0
/// for 1: \eqref{share-right} of the steps.
///
/// Throws std::invalid_argument for no examples, or another number of labels.
/// Error: ≤ 0.5 ulp.
double accuracy(const arma::rowvec& logits, const arma::rowvec& labels);

/// \brief The mean log loss of logits, by \eqref{log-loss-from-logit}.
/// \implements{mean-log-loss}
///
/// Throws as accuracy() does. Relative error: ≤ 1e-12 for up to a million examples.
double mean_log_loss(const arma::rowvec& logits, const arma::rowvec& labels);
// [snip:accuracy-declared]

}  // namespace nn
