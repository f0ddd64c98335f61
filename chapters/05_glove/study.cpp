#include "study.hpp"

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

#include "nn/io/progress.hpp"
#include "train_glove.hpp"

namespace nn {

// [snip:counted-study]
GloveStudy counted_study(const Options& options) {
    TokenCorpus corpus = read_token_corpus(options, options.quick ? 20.0 : 5.0);
    const auto start = std::chrono::steady_clock::now();
    CellRuns runs(*corpus.tokens, {});
    BlockFile blocks(runs, {});
    const std::chrono::duration<double> counting =
        std::chrono::steady_clock::now() - start;
    return {std::move(corpus), std::move(runs), std::move(blocks),
            counting.count()};
}
// [snip:counted-study]

// [snip:table-sizes]
TableSizes sizes_of(const CellRuns& runs, std::size_t words) {
    TableSizes sizes;
    runs.for_each([&](std::span<const Cell> pairs) {
        both_ways(pairs, [&](const Cell& cell) {
            if (cell.row >= words || cell.column >= words) return;
            ++sizes.cells;
            sizes.at_most_one += cell.x <= 1.0;
            if (cell.x > sizes.largest.x) sizes.largest = cell;
        });
    });
    return sizes;
}
// [snip:table-sizes]

// [snip:train-with-progress]
GloveOptions glove_options(const Options& options, std::size_t dimension,
                           std::size_t iterations) {
    return {.dimension = options.quick ? dimension / 4 : dimension,
            .iterations = iterations,
            .seed = options.seed,
            .threads = options.threads};
}

GloveEmbedding train_with_progress(const BlockFile& blocks, std::size_t words,
                                   const GloveOptions& options,
                                   const std::string& title) {
    Progress bar(title, "cells", blocks.cells() * options.iterations);
    return train_glove(blocks, words, options,
                       [&](std::size_t cells) { bar.step(cells); });
}
// [snip:train-with-progress]

// [snip:common-words]
std::size_t CommonWords::read(std::span<Token> out) {
    while (const std::size_t n = source_.read(out)) {
        const auto rare = [&](Token token) {
            return token >= words_ && token != line_end;
        };
        const auto read = out.first(n);
        const auto end = std::remove_if(read.begin(), read.end(), rare);
        if (end != read.begin())
            return static_cast<std::size_t>(end - read.begin());
    }
    return 0;
}

TokenArray first_words(TokenStream& tokens, std::size_t words) {
    std::vector<Token> text(words);
    tokens.rewind();
    std::size_t filled = 0;
    while (const std::size_t n = tokens.read(std::span(text).subspan(filled)))
        filled += n;
    text.resize(filled);
    return TokenArray(std::move(text));
}

// [snip:common-words]

// [snip:small-table]
std::vector<Cell> small_table(const GloveStudy& study) {
    TokenArray start = first_words(*study.corpus.tokens, 25'000);
    CommonWords common(start, small_words);
    return count_pairs(common, {});
}
// [snip:small-table]

}  // namespace nn
