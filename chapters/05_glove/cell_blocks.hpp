/// \file
/// \brief The table cut into blocks of which several can be learnt at once.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "glove.hpp"
#include "nn/cooccurrence.hpp"

namespace nn {

/// \brief The words are dealt out to so many parts: word i goes to part i mod 8 and
/// is there number ⌊i/8⌋. So each part has its share of common words.
// [snip:block-cell]
inline constexpr std::size_t word_parts = 8;

/// \brief A block of the table: the cells with a row of one part of the words and a
/// column of another.
struct BlockId {
    std::size_t row_part, column_part;

    /// \brief Blocks from 0 to 63, row by row.
    std::size_t number() const { return row_part * word_parts + column_part; }
};

/// \brief A cell of a block, with all that depends on X alone worked out.
struct BlockCell {
    std::uint32_t row, column;  // within their parts
    float log_x, weight;
};
// [snip:block-cell]

/// \brief The block that a part of the words learns from in a round.
/// \implements{block-round}
///
/// Rounds and parts count from 0 to 7. The blocks of a round share neither rows nor
/// columns, and the eight rounds go through all blocks. Exact.
// [snip:block-round]
inline BlockId block_of_round(std::size_t part, std::size_t round) {
    return {part, (part + round) % word_parts};
}
// [snip:block-round]

/// \brief The block that a cell belongs to.
// [snip:block-of]
inline BlockId block_of(const Cell& cell) {
    return {cell.row % word_parts, cell.column % word_parts};
}

/// \brief The cell as its block keeps it.
inline BlockCell block_cell(const Cell& cell, const GloveWeighting& weighting) {
    const double weight = glove_weight(cell.x, weighting.x_max, weighting.power);
    return {static_cast<std::uint32_t>(cell.row / word_parts),
            static_cast<std::uint32_t>(cell.column / word_parts),
            static_cast<float>(std::log(cell.x)), static_cast<float>(weight)};
}
// [snip:block-of]

/// \brief All blocks of a table, wherever they are kept.
// [snip:cell-blocks]
class CellBlocks {
public:
    virtual ~CellBlocks() = default;

    /// \brief Fills the front of `out` with the cells of a block from number `from`
    /// on; several threads may read at once.
    /// \return How many they are; fewer than `out` holds only at the block's end.
    virtual std::size_t read(BlockId block, std::size_t from,
                             std::span<BlockCell> out) const = 0;
};
// [snip:cell-blocks]

/// \brief Blocks in memory, the cells of each in the order in which they came.
// [snip:block-array]
class BlockArray final : public CellBlocks {
public:
    BlockArray(std::span<const Cell> cells, const GloveWeighting& weighting);

    std::size_t read(BlockId block, std::size_t from,
                     std::span<BlockCell> out) const override;

private:
    std::array<std::vector<BlockCell>, word_parts * word_parts> blocks_;
};
// [snip:block-array]

}  // namespace nn
