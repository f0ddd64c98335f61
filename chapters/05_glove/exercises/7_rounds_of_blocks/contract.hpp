/// \file
/// \brief Exercise 5.7, what is to be written.
#pragma once

#include <cstddef>
#include <vector>

namespace nn::exercise {

/// \brief A block of the table: the cells with a row of one part of the words and a
/// column of another. Parts count from 0.
struct Block {
    std::size_t row, column;
};

using Round = std::vector<Block>;  // blocks that are learnt at the same time

/// \brief Each block of a table once, in as few rounds as can be.
///
/// No two blocks of a round have the same row part or the same column part.
std::vector<Round> rounds(std::size_t row_parts, std::size_t column_parts);

/// \brief The same where rows and columns share one table of vectors.
///
/// The table of co-occurrences is symmetric, so only blocks with row ≤ column are
/// learnt. No part is in two blocks of a round, be it as row or as column; a block
/// with row = column moves one part.
std::vector<Round> rounds_of_one_table(std::size_t parts);

}  // namespace nn::exercise
