/// \file
/// \brief Sums by pair of words, while a text is counted.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "nn/cooccurrence.hpp"

namespace nn {

/// \brief A hash table whose slots are cells: it grows by doubling, and is sorted
/// where it stands.
// [snip:pair-table]
class PairTable {
public:
    PairTable();

    /// \brief Adds to the sum of a pair, whichever of its words comes first.
    void add(Token a, Token b, double weight);

    /// \brief The number of different pairs.
    std::size_t size() const { return size_; }

    /// \brief The pairs in order, row ≤ column. They are valid until the next call;
    /// before the next add() the table must be emptied.
    std::span<const Cell> sort();

    /// \brief Forgets all pairs.
    void clear();

private:
    Cell& slot(Token row, Token column);
    void grow();

    std::vector<Cell> slots_;
    std::size_t size_ = 0;
    int shift_;
};
// [snip:pair-table]

}  // namespace nn
