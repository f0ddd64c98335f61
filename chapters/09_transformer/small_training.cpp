#include "small_training.hpp"

#include <algorithm>
#include <cmath>

#include "adamw.hpp"
#include "nn/clipping.hpp"
#include "token_loss.hpp"

namespace nn {

// [snip:small-beginning]
std::vector<float> beginning(const Transformer<float>& model, Rng& rng) {
    std::vector<float> parameters(model.layout().size());
    model.begin(parameters, rng);
    return parameters;
}
// [snip:small-beginning]

namespace {

// [snip:counted-loss]
/// \brief The mean loss of the answers that count; the logits become its slopes.
double counted_loss(arma::fmat& logits, const CausalBatch& batch,
                    const CountedAnswers& counts) {
    std::vector<bool> counted(batch.right.size(), true);
    if (counts) counted = counts(batch);
    std::vector<arma::uword> places;
    std::vector<Token> right;
    for (std::size_t i = 0; i < counted.size(); ++i)
        if (counted[i]) places.push_back(i), right.push_back(batch.right[i]);
    const arma::uvec columns(places);
    arma::fmat Z = logits.cols(columns);  // vocabulary × answers that count
    const float share = 1 / float(right.size());
    const double sum = token_loss<float>(Z, right, share);
    logits.zeros();
    logits.cols(columns) = Z;
    return sum / double(right.size());
}
// [snip:counted-loss]

}  // namespace

// [snip:train-small]
std::vector<double> train_small(const Transformer<float>& model,
                                std::span<float> parameters,
                                const RateSchedule& rate,
                                const std::function<CausalBatch()>& batch,
                                const std::function<void()>& done,
                                const CountedAnswers& counts) {
    WorkerTeam alone(1);
    AdamW optimizer(model.layout(), {});
    std::vector<float> gradient(parameters.size());
    std::vector<double> losses;
    TransformerPass<float> pass;
    while (losses.size() < rate.steps) {
        const CausalBatch now = batch();
        model.forward(parameters, now.symbols, now.sequences, pass);
        losses.push_back(counted_loss(pass.logits, now, counts));
        if (!std::isfinite(losses.back())) break;
        std::fill(gradient.begin(), gradient.end(), 0.0F);
        model.backward(parameters, now.symbols, pass, gradient);
        clip_by_norm<float>(gradient, 1.0);
        optimizer.step(parameters, gradient, rate_at(rate, losses.size() - 1),
                       alone);
        done();
    }
    return losses;
}
// [snip:train-small]

// [snip:mean-loss]
double mean_loss(const Transformer<float>& model, std::span<const float> parameters,
                 const CausalBatch& batch) {
    TransformerPass<float> pass;
    model.forward(parameters, batch.symbols, batch.sequences, pass);
    return token_loss<float>(pass.logits, batch.right, 1.0F) /
           double(batch.right.size());
}
// [snip:mean-loss]

}  // namespace nn
