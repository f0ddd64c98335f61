#include "repeated_tokens.hpp"

#include <algorithm>
#include <numeric>
#include <string>

#include "nn/require.hpp"

namespace nn {

// [snip:repeat-tokens]
CausalBatch repeated_tokens(const RepeatedShape& shape, std::size_t sequences,
                            Rng& rng) {
    const auto [vocabulary, steps, shortest, longest] = shape;
    require(1 < shortest && shortest <= longest && longest <= vocabulary,
            "repeated_tokens",
            std::to_string(shortest) + " to " + std::to_string(longest) + " of " +
                std::to_string(vocabulary) +
                " tokens; from 2 on, and no more than there are");
    CausalBatch batch{.sequences = sequences};
    std::vector<Token> all(vocabulary);
    std::iota(all.begin(), all.end(), Token(0));
    for (std::size_t s = 0; s < sequences; ++s) {
        rng.shuffle(std::span(all));
        const std::size_t period = shortest + rng.interval(longest - shortest);
        for (std::size_t t = 0; t < steps; ++t) {
            batch.symbols.push_back(all[t % period]);
            batch.right.push_back(all[(t + 1) % period]);
        }
    }
    return batch;
}
// [snip:repeat-tokens]

// [snip:came-before]
std::vector<bool> came_before(const CausalBatch& batch) {
    const std::size_t steps = batch.symbols.size() / batch.sequences;
    std::vector<bool> came(batch.symbols.size());
    for (std::size_t i = 0; i < came.size(); ++i) {
        const auto now = batch.symbols.begin() + std::ptrdiff_t(i);
        const auto begin = now - std::ptrdiff_t(i % steps);
        came[i] = std::find(begin, now, *now) != now;
    }
    return came;
}
// [snip:came-before]

}  // namespace nn
