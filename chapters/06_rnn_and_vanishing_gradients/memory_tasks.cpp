#include "memory_tasks.hpp"

#include <algorithm>
#include <string>

#include "nn/require.hpp"

namespace nn {

namespace {

// [snip:require-batch]
void require_batch(const char* where, std::size_t steps, std::size_t least,
                   std::size_t sequences) {
    require(steps >= least && sequences > 0, where,
            std::to_string(sequences) + " sequences of " + std::to_string(steps) +
                " steps; give at least 1 of " + std::to_string(least));
}
// [snip:require-batch]

}  // namespace

// [snip:recall-batch]
MemoryBatch recall_batch(std::size_t noise_steps, std::size_t sequences, Rng& rng) {
    require_batch("recall_batch", noise_steps, 1, sequences);
    MemoryBatch batch{.sequences = sequences};
    batch.X.zeros(recall_symbols + noise_symbols, (noise_steps + 1) * sequences);
    for (std::size_t s = 0; s < sequences; ++s) {
        const auto symbol = static_cast<Token>(rng.interval(recall_symbols - 1));
        batch.symbols.push_back(symbol);
        batch.X(symbol, s) = 1.0F;
    }
    for (std::size_t i = sequences; i < batch.X.n_cols; ++i)
        batch.X(recall_symbols + rng.interval(noise_symbols - 1), i) = 1.0F;
    return batch;
}
// [snip:recall-batch]

// [snip:adding-luck]
double adding_luck(double distance) {
    require(
        distance >= 0.0 && distance <= 0.5, "adding_luck",
        "a distance of " + std::to_string(distance) + "; it must be from 0 to 0.5");
    const double missed = 1.0 - 2.0 * distance;
    return 1.0 - missed * missed;
}
// [snip:adding-luck]

// [snip:adding-batch]
MemoryBatch adding_batch(std::size_t steps, std::size_t sequences, Rng& rng) {
    require_batch("adding_batch", steps, 4, sequences);
    MemoryBatch batch{.sequences = sequences};
    batch.X.zeros(2, steps * sequences);
    for (std::size_t i = 0; i < batch.X.n_cols; ++i)
        batch.X(0, i) = static_cast<float>(rng.uniform(-1.0, 1.0));
    const std::size_t head = std::max<std::size_t>(2, steps / 10);
    for (std::size_t s = 0; s < sequences; ++s) {
        const std::size_t first = rng.interval(head - 1);
        std::size_t second = rng.interval(steps / 2 - 2);
        if (second >= first) ++second;  // any but the first
        const std::size_t a = first * sequences + s, b = second * sequences + s;
        batch.X(1, a) = batch.X(1, b) = 1.0F;
        batch.numbers.push_back(adding_target(batch.X(0, a), batch.X(0, b)));
    }
    return batch;
}
// [snip:adding-batch]

}  // namespace nn
