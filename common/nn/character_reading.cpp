#include "nn/character_reading.hpp"

#include <algorithm>
#include <numbers>
#include <numeric>
#include <string>

#include "nn/parallel.hpp"
#include "nn/require.hpp"
#include "nn/sampling.hpp"
#include "nn/softmax.hpp"

namespace nn {

namespace {

// [snip:places]
constexpr std::size_t shards = 2, places_a_shard = 16;
constexpr std::size_t places = shards * places_a_shard;

/// \brief Where a text is read: at all places the same number of chunks.
struct Places {
    std::size_t steps;   ///< of a chunk
    std::size_t chunks;  ///< of a place
};

Places places_of(std::size_t symbols) {
    require(symbols > places, "bits_of_text",
            "a text of " + std::to_string(symbols) + " symbols; it is read at " +
                std::to_string(places) + " places, give more symbols than that");
    const std::size_t each = (symbols - 1) / places;
    const std::size_t steps = std::min<std::size_t>(each, 100);
    return {steps, each / steps};
}
// [snip:places]

// [snip:nats-of-columns]
double nats_of_columns(const arma::fmat& scores, std::span<const Token> right) {
    double nats = 0.0;
    for (std::size_t i = 0; i < right.size(); ++i)
        nats += static_cast<double>(
            cross_entropy<float>({scores.colptr(i), scores.n_rows}, right[i]));
    return nats;
}
// [snip:nats-of-columns]

// [snip:nats-of-shard]
double nats_of_shard(const CharacterModel& model, std::span<const Token> text,
                     const Places& cut, std::size_t shard) {
    StackPass pass;
    model.prepare(pass, cut.steps, places_a_shard);
    std::vector<Token> symbols(cut.steps * places_a_shard), next(symbols.size());
    double nats = 0.0;
    for (std::size_t chunk = 0; chunk < cut.chunks; ++chunk) {
        for (std::size_t i = 0; i < symbols.size(); ++i) {
            const std::size_t place = shard * places_a_shard + i % places_a_shard;
            const std::size_t step = chunk * cut.steps + i / places_a_shard;
            symbols[i] = text[place * cut.chunks * cut.steps + step];
            next[i] = text[place * cut.chunks * cut.steps + step + 1];
        }
        if (chunk > 0) carry_states(pass);
        nats += nats_of_columns(model.read(symbols, pass), next);
    }
    return nats;
}
// [snip:nats-of-shard]

}  // namespace

// [snip:bits-of-text]
double bits_of_text(const CharacterModel& model, std::span<const Token> text,
                    unsigned threads) {
    const Places cut = places_of(text.size());
    std::vector<double> nats(shards);
    for_each_shard(shards, threads, [&](std::size_t shard) {
        nats[shard] = nats_of_shard(model, text, cut, shard);
    });
    const double judged = static_cast<double>(places * cut.chunks * cut.steps);
    return std::accumulate(nats.begin(), nats.end(), 0.0) / judged /
           std::numbers::ln2;
}
// [snip:bits-of-text]

// [snip:go-on]
std::vector<Token> go_on(const CharacterModel& model,
                         std::span<const Token> beginning, std::size_t count,
                         double temperature, Rng& rng) {
    require(!beginning.empty(), "go_on",
            "no symbol to begin with; give at least 1");
    std::vector<Token> text(beginning.begin(), beginning.end());
    StackPass pass;
    model.prepare(pass, 1, 1);
    for (std::size_t i = 0; i + 1 < beginning.size() + count; ++i) {
        if (i > 0) carry_states(pass);
        const arma::fmat scores = model.read(std::span(text).subspan(i, 1), pass);
        if (i + 1 == text.size())
            text.push_back(static_cast<Token>(draw_at_temperature<float>(
                {scores.memptr(), scores.n_elem}, temperature, rng)));
    }
    return {text.begin() + static_cast<std::ptrdiff_t>(beginning.size()),
            text.end()};
}
// [snip:go-on]

// [snip:states-along]
arma::fmat states_along(const CharacterModel& model, std::span<const Token> text) {
    require(!text.empty(), "states_along", "no symbol; give at least 1");
    StackPass pass;
    model.prepare(pass, text.size(), 1);
    model.read(text, pass);
    const LayerPass& top = pass.layers.back();
    const arma::fmat& states = top.cell.is_empty() ? top.hidden : top.cell;
    return states.cols(1, text.size());  // units × symbols
}
// [snip:states-along]

}  // namespace nn
