#include "gap_trainer.hpp"

#include <string>
#include <utility>
#include <vector>

#include "nn/optimizer.hpp"
#include "nn/require.hpp"
#include "nn/sharded_gradient.hpp"

namespace nn {

namespace {

// [snip:gap-batches]
/// \brief Gaps without end: a new word of each line each time through the lines.
class GapSource {
public:
    GapSource(std::span<const TokenLine> lines, const Answers& answers, Rng& rng)
        : lines_(lines), answers_(answers), rng_(rng) {
        refill();
        require(!gaps_.empty(), "learn_gaps",
                std::to_string(lines.size()) +
                    " lines, none with a word to hide and another known one; "
                    "give a longer text");
    }

    Gap next() {
        if (taken_ == order_.size()) refill();
        return gaps_[order_[taken_++]];
    }

private:
    void refill() {
        gaps_ = gaps_of(lines_, answers_, 1, rng_);
        order_ = rng_.permutation(gaps_.size());
        taken_ = 0;
    }

    std::span<const TokenLine> lines_;
    Answers answers_;
    Rng& rng_;
    std::vector<Gap> gaps_;
    std::vector<std::size_t> order_;
    std::size_t taken_ = 0;
};
// [snip:gap-batches]

// [snip:slower-adam]
/// \brief From half-way on a third of the rate, in the last quarter a tenth: small
/// steps at the end settle what large ones left in motion.
void slow_down(Adam<float>& adam, std::size_t step, const GapTraining& training) {
    const bool half = step == training.steps / 2;
    if (!half && step != training.steps * 3 / 4) return;
    Adam<float> slower({.learning_rate = static_cast<float>(training.learning_rate /
                                                            (half ? 3 : 10))});
    slower.resume(adam.state());
    adam = std::move(slower);
}
// [snip:slower-adam]

}  // namespace

// [snip:learn-gaps]
void learn_gaps(GapModel& model, std::span<const TokenLine> lines,
                const GapTraining& training, Rng& rng,
                const std::function<void(double nats)>& progress) {
    constexpr std::size_t shards = 4;
    require(training.gaps >= shards, "learn_gaps",
            std::to_string(training.gaps) + " gaps in a step; give at least " +
                std::to_string(shards));
    GapSource source(lines, model.answers(), rng);
    ShardedGradient gradient(model.layout().size(), shards, training.threads);
    Adam<float> adam({.learning_rate = static_cast<float>(training.learning_rate)});
    std::vector<GapContextPass<float>> passes(shards);
    std::vector<Gap> batch(training.gaps);
    for (std::size_t step = 0; step < training.steps; ++step) {
        for (Gap& gap : batch) gap = source.next();
        const double nats = gradient.sum([&](std::size_t shard, auto slopes) {
            const std::size_t from = shard * batch.size() / shards,
                              to = (shard + 1) * batch.size() / shards;
            return model.learn(std::span(batch).subspan(from, to - from),
                               1.0F / static_cast<float>(batch.size()),
                               passes[shard], slopes);
        });
        slow_down(adam, step, training);
        adam.step(model.parameters(), gradient.gradient());
        if (progress) progress(nats / static_cast<double>(batch.size()));
    }
}
// [snip:learn-gaps]

}  // namespace nn
