#include "place_tasks.hpp"

#include <algorithm>
#include <string>

namespace nn {

namespace {

// [snip:place-batch]
/// \brief Random symbols; at step t the symbol of step asked(t) is the answer.
template <class Asked>
CausalBatch batch_of(std::size_t steps, std::size_t sequences, Rng& rng,
                     Asked asked) {
    require(steps > 0 && sequences > 0, "place task",
            std::to_string(sequences) + " sequences of " + std::to_string(steps) +
                " steps; give at least 1 of each");
    CausalBatch batch{.sequences = sequences};
    for (std::size_t i = 0; i < sequences * steps; ++i)
        batch.symbols.push_back(Token(rng.interval(place_symbols - 1)));
    for (std::size_t i = 0; i < batch.symbols.size(); ++i)
        batch.right.push_back(batch.symbols[i - i % steps + asked(i % steps)]);
    return batch;
}
// [snip:place-batch]

}  // namespace

// [snip:place-batches]
CausalBatch absolute_batch(std::size_t steps, std::size_t sequences, Rng& rng) {
    return batch_of(steps, sequences, rng,
                    [](std::size_t t) { return std::min(t, asked_place); });
}

CausalBatch relative_batch(std::size_t steps, std::size_t sequences, Rng& rng) {
    return batch_of(steps, sequences, rng, [](std::size_t t) {
        return t < asked_distance ? 0 : t - asked_distance;
    });
}
// [snip:place-batches]

}  // namespace nn
