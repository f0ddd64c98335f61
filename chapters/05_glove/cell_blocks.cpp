#include "cell_blocks.hpp"

#include <algorithm>

namespace nn {

// [snip:block-array]
BlockArray::BlockArray(std::span<const Cell> cells,
                       const GloveWeighting& weighting) {
    for (const Cell& cell : cells)
        blocks_[block_of(cell).number()].push_back(block_cell(cell, weighting));
}

std::size_t BlockArray::read(BlockId block, std::size_t from,
                             std::span<BlockCell> out) const {
    const std::vector<BlockCell>& cells = blocks_[block.number()];
    const std::size_t n = std::min(out.size(), cells.size() - from);
    std::copy_n(cells.data() + from, n, out.data());
    return n;
}
// [snip:block-array]

}  // namespace nn
