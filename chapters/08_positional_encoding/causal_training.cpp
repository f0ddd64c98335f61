#include "causal_training.hpp"

#include <algorithm>
#include <string>

#include "nn/clipping.hpp"
#include "nn/optimizer.hpp"
#include "nn/softmax.hpp"

namespace nn {

// [snip:causal-train]
std::vector<double> train(CausalModel& model, const CausalTraining& training,
                          const std::function<CausalBatch()>& batch,
                          const std::function<void()>& done) {
    Adam<float> adam({.learning_rate = training.learning_rate});
    std::vector<float> gradient(model.layout().size());
    std::vector<double> losses;
    CausalPass pass;
    for (std::size_t update = 0; update < training.updates; ++update) {
        const CausalBatch now = batch();
        const double symbols = double(now.symbols.size());
        std::fill(gradient.begin(), gradient.end(), 0.0F);
        losses.push_back(model.learn(now.symbols, now.right, now.sequences,
                                     float(1 / symbols), pass, gradient) /
                         symbols);
        clip_by_norm<float>(gradient, training.longest_gradient);
        adam.step(model.parameters(), gradient);
        done();
    }
    return losses;
}
// [snip:causal-train]

// [snip:causal-judge]
arma::vec losses_by_place(const CausalModel& model, const CausalBatch& batch) {
    CausalPass pass;
    const arma::fmat Z =
        model.read(batch.symbols, batch.sequences, pass);  // symbols × B T
    const std::size_t steps = Z.n_cols / batch.sequences;
    arma::vec losses(steps, arma::fill::zeros);
    for (std::size_t i = 0; i < Z.n_cols; ++i)
        losses[i % steps] += double(cross_entropy(
            std::span<const float>(Z.colptr(i), Z.n_rows), batch.right[i]));
    return losses / double(batch.sequences);
}

double share_right(const CausalModel& model, const CausalBatch& batch,
                   std::size_t first) {
    CausalPass pass;
    const arma::fmat Z =
        model.read(batch.symbols, batch.sequences, pass);  // symbols × B T
    const std::size_t steps = Z.n_cols / batch.sequences;
    require(first < steps, "share_right",
            "places from " + std::to_string(first) + " on of sequences of " +
                std::to_string(steps) + "; judge places that they have");
    std::size_t right = 0;
    for (std::size_t i = 0; i < Z.n_cols; ++i)
        if (i % steps >= first) right += Z.col(i).index_max() == batch.right[i];
    return double(right) / double(batch.sequences * (steps - first));
}
// [snip:causal-judge]

// [snip:nearby-weight]
arma::vec nearby_weight(const CausalModel& model, const CausalBatch& batch) {
    const auto& shape = model.shape();
    CausalPass pass;
    model.read(batch.symbols, batch.sequences, pass);
    const std::size_t steps = batch.symbols.size() / batch.sequences;
    arma::vec nearby(steps, arma::fill::zeros);
    for (std::size_t l = 0; l < shape.layers; ++l)
        for (std::size_t s = 0; s < batch.sequences; ++s)
            for (std::size_t h = 0; h < shape.heads; ++h) {
                const arma::fmat A = model.weights(pass, l, s, h);  // T × T
                for (std::size_t t = 0; t < steps; ++t)
                    for (std::size_t k = t < 3 ? 0 : t - 3; k <= t; ++k)
                        nearby[t] += double(A(k, t));
            }
    return nearby / double(shape.layers * batch.sequences * shape.heads);
}
// [snip:nearby-weight]

}  // namespace nn
