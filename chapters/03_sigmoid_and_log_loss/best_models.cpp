#include "best_models.hpp"

#include "logistic_regression.hpp"

namespace nn {

// [snip:mini-gradient-of]
GradientOf mini_gradient_of(const MiniShape& shape) {
    return [shape](const arma::vec& parameters, const Dataset& batch) {
        return packed(mini_backward(unpacked(parameters, shape), batch));
    };
}

arma::rowvec mini_logits(const arma::vec& parameters, const MiniShape& shape,
                         const arma::mat& X) {
    return mini_forward(unpacked(parameters, shape), X).z;
}
// [snip:mini-gradient-of]

// [snip:best-models]
arma::vec best_logistic(const Options& options, std::uint32_t seed,
                        const TwoParts& task) {
    const TrainableModel model{[](const arma::vec& at, const Dataset& data) {
                                   return logistic_loss(at, data);
                               },
                               [](const arma::vec& at, const Dataset& data) {
                                   return logistic_gradient(at, data);
                               }};
    Adam<double> adam({.learning_rate = 0.1});
    Rng rng(seed);
    return train_to_best(arma::vec(task.train.X.n_rows + 1), task.train,
                         task.validation, model, adam,
                         {options.quick ? 10u : 40u, 256}, rng);
}

std::size_t network_epochs(const Options& options) {
    return options.quick ? 6 : 15;
}

arma::vec best_network(const Options& options, std::uint32_t seed,
                       const MiniShape& shape, const TwoParts& task,
                       const std::function<void()>& after_epoch) {
    const TrainableModel model{[&](const arma::vec& at, const Dataset& data) {
                                   return mean_log_loss(
                                       mini_logits(at, shape, data.X), data.y);
                               },
                               mini_gradient_of(shape)};
    Adam<double> adam({.learning_rate = 0.1});
    Rng rng(seed);
    const arma::vec start = mini_start(shape, rng);
    return train_to_best(start, task.train, task.validation, model, adam,
                         {network_epochs(options), 256}, rng, after_epoch);
}
// [snip:best-models]

}  // namespace nn
