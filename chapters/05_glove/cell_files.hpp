/// \file
/// \brief The co-occurrence matrix on disk: runs while it is counted, blocks while
/// it is learnt.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "cell_blocks.hpp"
#include "nn/cooccurrence.hpp"
#include "nn/io/temporary_file.hpp"

namespace nn {

/// \brief A table of any size, counted in a memory of some 12 MB.
///
/// Throws InputError if the disk is full.
// [snip:cell-runs-declared]
class CellRuns {
public:
    /// \brief Counts the text in runs of at most `most_pairs` pairs.
    CellRuns(TokenStream& tokens, const CountOptions& options,
             std::size_t most_pairs = std::size_t{1} << 17);

    /// \brief Calls use(cells) with all pairs of the table, row ≤ column, in order.
    void for_each(const CellSink& use) const;

    /// \brief Runs that were counted, before any of them were merged.
    std::size_t runs() const { return runs_; }

private:
    void add(TemporaryFile run, std::size_t level);

    std::size_t runs_ = 0;
    std::vector<std::vector<TemporaryFile>> levels_;  // while it is counted
    TemporaryFile merged_;
};
// [snip:cell-runs-declared]

/// \brief The blocks of a table in a file.
///
/// Each block is a chain of pages; the place of each page is kept in memory, 8
/// bytes for a page of 1,024 cells. Throws InputError if the disk is full.
// [snip:block-file-declared]
class BlockFile final : public CellBlocks {
public:
    static constexpr std::size_t all = std::numeric_limits<std::size_t>::max();

    /// \brief Both cells of each pair of the runs, or those of the first `words`
    /// words with each other.
    BlockFile(const CellRuns& runs, const GloveWeighting& weighting,
              std::size_t words = all);

    std::size_t read(BlockId block, std::size_t from,
                     std::span<BlockCell> out) const override;

    /// \brief Cells in all blocks.
    std::size_t cells() const;

private:
    struct Block {
        std::vector<std::uint64_t> pages;  // their offsets in the file
        std::vector<BlockCell> waiting;    // for a page to be full
        std::size_t cells = 0;
    };

    void add(const BlockCell& cell, Block& block);
    void flush(Block& block);

    TemporaryFile file_;
    std::array<Block, word_parts * word_parts> blocks_;
};
// [snip:block-file-declared]

}  // namespace nn
