#include "nn/causal_batch.hpp"

#include <string>

#include "nn/require.hpp"

namespace nn {

// [snip:append-piece]
void append_piece(std::span<const Token> text, std::size_t place, std::size_t steps,
                  CausalBatch& batch) {
    const auto piece = text.subspan(place, steps),
               next = text.subspan(place + 1, steps);
    batch.symbols.insert(batch.symbols.end(), piece.begin(), piece.end());
    batch.right.insert(batch.right.end(), next.begin(), next.end());
    ++batch.sequences;
}
// [snip:append-piece]

namespace {

// [snip:require-pieces]
void require_pieces(const char* where, std::size_t text, std::size_t steps,
                    std::size_t sequences, std::size_t needed) {
    if (steps > 0 && sequences > 0 && text > needed) return;
    require(false, where,
            std::to_string(sequences) + " pieces of " + std::to_string(steps) +
                " symbols from a text of " + std::to_string(text) +
                "; give at least 1 of each and a text of at least " +
                std::to_string(needed + 1));
}
// [snip:require-pieces]

}  // namespace

// [snip:text-pieces]
CausalBatch random_pieces(std::span<const Token> text, std::size_t steps,
                          std::size_t sequences, Rng& rng) {
    require_pieces("random_pieces", text.size(), steps, sequences, steps);
    CausalBatch batch;
    for (std::size_t s = 0; s < sequences; ++s)
        append_piece(text, rng.interval(text.size() - steps - 1), steps, batch);
    return batch;
}

CausalBatch first_pieces(std::span<const Token> text, std::size_t steps,
                         std::size_t sequences) {
    require_pieces("first_pieces", text.size(), steps, sequences,
                   steps * sequences);
    CausalBatch batch;
    for (std::size_t s = 0; s < sequences; ++s)
        append_piece(text, s * steps, steps, batch);
    return batch;
}
// [snip:text-pieces]

}  // namespace nn
