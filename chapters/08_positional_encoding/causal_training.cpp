#include "causal_training.hpp"

#include <string>

#include "nn/clipping.hpp"
#include "nn/optimizer.hpp"
#include "nn/softmax.hpp"

namespace nn {

namespace {

// [snip:append-piece]
void append_piece(std::span<const Token> text, std::size_t place, std::size_t steps,
                  CausalBatch& batch) {
    const auto piece = text.subspan(place, steps),
               next = text.subspan(place + 1, steps);
    batch.symbols.insert(batch.symbols.end(), piece.begin(), piece.end());
    batch.right.insert(batch.right.end(), next.begin(), next.end());
}

void require_pieces(const char* where, std::size_t text, std::size_t steps,
                    std::size_t sequences, std::size_t needed) {
    if (steps > 0 && sequences > 0 && text > needed) return;
    require(false, where,
            std::to_string(sequences) + " pieces of " + std::to_string(steps) +
                " symbols from a text of " + std::to_string(text) +
                "; give at least 1 of each and a text of at least " +
                std::to_string(needed + 1));
}
// [snip:append-piece]

}  // namespace

// [snip:text-pieces]
CausalBatch random_pieces(std::span<const Token> text, std::size_t steps,
                          std::size_t sequences, Rng& rng) {
    require_pieces("random_pieces", text.size(), steps, sequences, steps);
    CausalBatch batch{.sequences = sequences};
    for (std::size_t s = 0; s < sequences; ++s)
        append_piece(text, rng.interval(text.size() - steps - 1), steps, batch);
    return batch;
}

CausalBatch first_pieces(std::span<const Token> text, std::size_t steps,
                         std::size_t sequences) {
    require_pieces("first_pieces", text.size(), steps, sequences,
                   steps * sequences);
    CausalBatch batch{.sequences = sequences};
    for (std::size_t s = 0; s < sequences; ++s)
        append_piece(text, s * steps, steps, batch);
    return batch;
}
// [snip:text-pieces]

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
