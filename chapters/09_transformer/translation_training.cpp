#include "translation_training.hpp"

#include <string>
#include <vector>

#include "adamw.hpp"
#include "nn/clipping.hpp"
#include "nn/sharded_gradient.hpp"

namespace nn {

// [snip:train-translator]
double train_translator(Translator<float>& model,
                        const TranslationTraining& training,
                        const std::function<SequencePairs()>& next,
                        const std::function<void()>& done) {
    const auto& [rate, shards, longest, threads] = training;
    require(rate.steps > 0 && shards > 0, "train_translator",
            std::to_string(rate.steps) + " updates of " + std::to_string(shards) +
                " batches; give at least 1 of each");
    ShardedGradient sum(model.layout().size(), shards, threads);
    AdamW adam(model.layout(), {.beta2 = 0.98, .weight_decay = 0.0});
    WorkerTeam alone(1);  // the step is short
    std::vector<TranslatorPass<float>> passes(shards);
    std::vector<SequencePairs> batches(shards);
    double loss = 0.0;
    for (std::size_t i = 0; i < rate.steps; ++i) {
        // [snip:translator-update]
        std::size_t symbols = 0;
        for (SequencePairs& batch : batches)
            batch = next(), symbols += batch.target.size();
        const auto learn = [&](std::size_t shard, std::span<float> gradient) {
            return model.learn(batches[shard], 1.0F / float(symbols), passes[shard],
                               gradient);
        };
        loss = sum.sum(learn) / double(symbols);
        clip_by_norm(sum.gradient(), longest);
        adam.step(model.parameters(), sum.gradient(), rate_at(rate, i), alone);
        // [snip:translator-update]
        done();
    }
    return loss;
}
// [snip:train-translator]

}  // namespace nn
