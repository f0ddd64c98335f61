/// \file
/// \brief Exercise 8.5, what is to be written.
#pragma once

#include <cstddef>
#include <vector>

namespace nn::exercise {

using Columns = std::vector<std::vector<double>>;

/// \brief The slopes of the loss in a table of learned positions.
///
/// On the way forward, token t of each sequence had column t of the table added to
/// its vector. `dX` has the slopes in these vectors: column s T + t belongs to
/// token t of sequence s, where all sequences have the length T. The result has a
/// column for each position of the table, 0 throughout where no token stood. Throws
/// std::invalid_argument if a sequence is longer than the table.
Columns slopes_of_positions(const Columns& dX, std::size_t sequences,
                            std::size_t positions);

}  // namespace nn::exercise
