/// \file
/// \brief GloVe, made fast: several blocks at once, sixteen numbers at a time.
#pragma once

#include <cstddef>
#include <functional>

#include "cell_blocks.hpp"
#include "glove_options.hpp"

namespace nn {

/// \brief Trains on all blocks, `iterations` times.
///
/// A round takes eight blocks at once of which no two share a row or a column, so
/// that the result depends neither on threads nor on their timing; eight rounds are
/// an iteration. Memory: 2.22 times that of the vectors at 100 numbers each, 16 KiB
/// a thread, and at the end half of the vectors. `progress` is called now and then
/// with the number of cells done since its last call, from any thread; what it
/// throws ends the training. Error of each parameter after one iteration: ≤ 1e-5.
///
/// Throws std::invalid_argument as require_options() does, for a cell that is not
/// of the table, if there is no cell, and if the mean cost of an iteration is not
/// finite.
// [snip:train-glove-declared]
GloveEmbedding train_glove(const CellBlocks& blocks, std::size_t words,
                           const GloveOptions& options,
                           const std::function<void(std::size_t)>& progress = {});
// [snip:train-glove-declared]

}  // namespace nn
