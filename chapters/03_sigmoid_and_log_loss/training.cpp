#include "training.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <string>
#include <vector>

#include "nn/require.hpp"
#include "paired_gain.hpp"

namespace nn {

namespace {

// [snip:training-step]
void training_step(arma::vec& parameters, const Dataset& batch,
                   const GradientOf& gradient_of, Optimizer<double>& optimizer) {
    const arma::vec gradient = gradient_of(parameters, batch);
    optimizer.step({parameters.memptr(), parameters.n_elem},
                   {gradient.memptr(), gradient.n_elem});
}
// [snip:training-step]

}  // namespace

// [snip:require-labels]
void require_labels(const char* where, const arma::rowvec& logits,
                    const arma::rowvec& labels) {
    require(logits.n_elem == labels.n_elem && !logits.empty(), where,
            std::to_string(logits.n_elem) + " logits and " +
                std::to_string(labels.n_elem) +
                " labels; give one label a logit, and at least 1");
}
// [snip:require-labels]

// [snip:train-in-batches]
void train_in_batches(arma::vec& parameters, const Dataset& data,
                      const GradientOf& gradient_of, Optimizer<double>& optimizer,
                      const TrainingPlan& plan, Rng& rng,
                      const std::function<void(const arma::vec&)>& after_epoch) {
    require_dataset("train_in_batches", data);
    require(plan.batch_size > 0, "train_in_batches",
            "batches of 0 examples; give at least 1");
    const arma::uword n = data.X.n_cols;
    for (std::size_t epoch = 0; epoch < plan.epochs; ++epoch) {
        if (plan.batch_size >= n) {
            training_step(parameters, data, gradient_of, optimizer);
        } else {
            const arma::uvec order =
                arma::conv_to<arma::uvec>::from(rng.permutation(n));
            for (arma::uword at = 0; at < n; at += plan.batch_size) {
                const arma::uword last = std::min(at + plan.batch_size, n) - 1;
                training_step(parameters, columns_of(data, order.subvec(at, last)),
                              gradient_of, optimizer);
            }
        }
        after_epoch(parameters);
    }
}
// [snip:train-in-batches]

// [snip:train-to-best]
arma::vec train_to_best(arma::vec parameters, const Dataset& train,
                        const Dataset& validation, const TrainableModel& model,
                        Optimizer<double>& optimizer, const TrainingPlan& plan,
                        Rng& rng, const std::function<void()>& after_epoch) {
    arma::vec best = parameters;
    double lowest = std::numeric_limits<double>::infinity();
    train_in_batches(parameters, train, model.gradient, optimizer, plan, rng,
                     [&](const arma::vec& now) {
                         const double loss = model.loss(now, validation);
                         if (loss < lowest) lowest = loss, best = now;
                         after_epoch();
                     });
    return best;
}
// [snip:train-to-best]

// [snip:accuracy]
double accuracy(const arma::rowvec& logits, const arma::rowvec& labels) {
    require_labels("accuracy", logits, labels);
    return arma::accu(right_answers(logits, labels)) /
           static_cast<double>(logits.n_elem);
}

double mean_log_loss(const arma::rowvec& logits, const arma::rowvec& labels) {
    require_labels("mean_log_loss", logits, labels);
    const arma::rowvec losses = log_losses(logits, labels);
    return std::accumulate(losses.begin(), losses.end(), 0.0) /
           static_cast<double>(losses.n_elem);
}
// [snip:accuracy]

}  // namespace nn
