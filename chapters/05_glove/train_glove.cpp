#include "train_glove.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include "glove_rows.hpp"
#include "nn/parallel.hpp"
#include "nn/require.hpp"

namespace nn {

namespace {

/// \brief A function of its own: where GCC 12 takes it apart among its
/// surroundings, the lanes are added one by one.
// [snip:lanes-dot]
[[gnu::noinline]] float dot(const Lanes* w, const Lanes* c, std::size_t lanes) {
    Lanes sum{};
    for (std::size_t i = 0; i < lanes; ++i)
        for (std::size_t l = 0; l < vector_lanes; ++l)
            sum.lane[l] = multiply_add(w[i].lane[l], c[i].lane[l], sum.lane[l]);
    for (std::size_t half = vector_lanes / 2; half > 0; half /= 2)
        for (std::size_t l = 0; l < half; ++l) sum.lane[l] += sum.lane[l + half];
    return sum.lane[0];
}
// [snip:lanes-dot]

/// \brief AdaGrad on all numbers of two rows; `step` is rate times slope.
// [snip:lanes-step]
void move(Lanes* __restrict w, Lanes* __restrict c, std::size_t lanes, float step) {
    for (std::size_t i = 0; i < lanes; ++i)
        for (std::size_t l = 0; l < vector_lanes; ++l) {
            float &w_l = w[i].lane[l], &w_sum = w[lanes + i].lane[l];
            float &c_l = c[i].lane[l], &c_sum = c[lanes + i].lane[l];
            const float w_step = step * c_l, c_step = step * w_l;
            w_l -= w_step / std::sqrt(w_sum);
            c_l -= c_step / std::sqrt(c_sum);
            w_sum = multiply_add(w_step, w_step, w_sum);
            c_sum = multiply_add(c_step, c_step, c_sum);
        }
}
// [snip:lanes-step]

/// \brief One step on a cell; its cost before the step.
// [snip:lanes-learn]
float learn(const BlockCell& cell, Lanes* w, Lanes* c, std::size_t lanes,
            float rate) {
    const float score = dot(w, c, lanes);
    move(w, c, lanes, rate * glove_slope(score, cell.log_x, cell.weight));
    return glove_cost(score, cell.log_x, cell.weight);
}
// [snip:lanes-learn]

// [snip:learn-block]
constexpr std::size_t cells_at_once = 1024;
constexpr std::size_t cells_ahead = 4;

struct BlockCost {
    double sum = 0.0;
    std::size_t cells = 0;
};

class GloveTrainer {
public:
    GloveTrainer(const CellBlocks& blocks, std::size_t words,
                 const GloveOptions& options,
                 const std::function<void(std::size_t)>& progress)
        : blocks_(blocks), words_(words), options_(options), progress_(progress) {}

    double iteration();
    GloveEmbedding finish(std::vector<double> costs);

private:
    BlockCost learn_block(BlockId block);
    void require_inside(BlockId block, const BlockCell& cell) const;

    const CellBlocks& blocks_;
    std::size_t words_;
    const GloveOptions& options_;
    const std::function<void(std::size_t)>& progress_;
    Rng rng_{options_.seed};
    GloveRows word_{GloveSide::word, words_, options_.dimension, rng_};
    GloveRows context_{GloveSide::context, words_, options_.dimension, rng_};
};
// [snip:learn-block]

/// \brief Asks for a row that will be needed soon: memory is slow to answer, but
/// answers several at once.
// [snip:learn-cells]
void ask_for(const Lanes* row, std::size_t lanes) {
    for (std::size_t i = 0; i < 2 * lanes; ++i) __builtin_prefetch(row + i, 1);
}

BlockCost GloveTrainer::learn_block(BlockId block) {
    const auto rate = static_cast<float>(options_.learning_rate);
    std::vector<BlockCell> cells(cells_at_once);
    BlockCost cost;
    while (const std::size_t n = blocks_.read(block, cost.cells, cells)) {
        const auto context = [&](std::size_t i) {
            return context_.row(block.column_part, cells[i].column);
        };
        for (std::size_t i = 0; i < n; ++i) require_inside(block, cells[i]);
        for (std::size_t i = 0; i < n; ++i) {
            ask_for(context(std::min(i + cells_ahead, n - 1)), word_.lanes());
            const BlockCell& cell = cells[i];
            const float one = learn(cell, word_.row(block.row_part, cell.row),
                                    context(i), word_.lanes(), rate);
            cost.sum += static_cast<double>(one);
        }
        cost.cells += n;
        if (progress_) progress_(n);
    }
    return cost;
}
// [snip:learn-cells]

// [snip:rounds]
double GloveTrainer::iteration() {
    std::vector<BlockCost> costs(word_parts * word_parts);
    for (std::size_t round = 0; round < word_parts; ++round)
        for_each_shard(word_parts, options_.threads, [&](std::size_t part) {
            const BlockId block = block_of_round(part, round);
            costs[block.number()] = learn_block(block);
        });
    // [snip:rounds]
    // [snip:mean-of-blocks]
    BlockCost all;
    for (const BlockCost& cost : costs) {
        all.sum += cost.sum;
        all.cells += cost.cells;
    }
    require(all.cells > 0, "train_glove",
            "no cells; give a text with two words in a line");
    return all.sum / static_cast<double>(all.cells);
}
// [snip:mean-of-blocks]

// [snip:require-inside]
void GloveTrainer::require_inside(BlockId block, const BlockCell& cell) const {
    const std::size_t row = cell.row * word_parts + block.row_part;
    const std::size_t column = cell.column * word_parts + block.column_part;
    if (row < words_ && column < words_) return;
    require(false, "train_glove",
            "cell (" + std::to_string(row) + ", " + std::to_string(column) +
                ") is outside the table of " + std::to_string(words_) + " words");
}

GloveEmbedding GloveTrainer::finish(std::vector<double> costs) {
    GloveEmbedding result;
    std::move(word_).unpack(result.word, result.word_bias);
    std::move(context_).unpack(result.context, result.context_bias);
    result.costs = std::move(costs);
    return result;
}
// [snip:require-inside]

}  // namespace

// [snip:train-glove]
GloveEmbedding train_glove(const CellBlocks& blocks, std::size_t words,
                           const GloveOptions& options,
                           const std::function<void(std::size_t)>& progress) {
    require_options("train_glove", options, words);
    GloveTrainer trainer(blocks, words, options, progress);
    std::vector<double> costs;
    for (std::size_t i = 1; i <= options.iterations; ++i) {
        costs.push_back(trainer.iteration());
        require(std::isfinite(costs.back()), "train_glove",
                "the mean cost of iteration " + std::to_string(i) +
                    " is not finite; a learning rate of " +
                    std::to_string(options.learning_rate) + " is too large");
    }
    return trainer.finish(std::move(costs));
}
// [snip:train-glove]

}  // namespace nn
