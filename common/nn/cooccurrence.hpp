/// \file
/// \brief How often each two words of a text stand near each other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <vector>

#include "nn/tokens.hpp"

namespace nn {

/// \brief One number of the co-occurrence matrix: a row, a column, X there.
// [snip:cell]
struct Cell {
    Token row, column;
    double x;
};

/// \brief The order of cells: by row, then by column. Both as one number of 64 bits
/// are compared without a branch.
inline bool before(const Cell& a, const Cell& b) {
    const auto place = [](const Cell& cell) {
        return std::uint64_t{cell.row} << 32 | cell.column;
    };
    return place(a) < place(b);
}
// [snip:cell]

/// \brief What counts as near, and for how much.
// [snip:count-options]
struct CountOptions {
    std::size_t context_window = 10;  ///< words on each side
    bool by_distance = true;          ///< two words d apart count 1/d; otherwise 1
};

/// \brief What two words that stand d apart, d ≥ 1, add to their cell.
/// \implements{pair-weight}
///
/// Error: ≤ 0.5 ulp.
inline double pair_weight(std::size_t d, bool by_distance) {
    return by_distance ? 1.0 / static_cast<double>(d) : 1.0;
}
// [snip:count-options]

/// \brief The cells of the co-occurrence matrix that are not 0, in order.
///
/// Two words of a line, at most context_window apart, add pair_weight() to the cell
/// of the one and the other and to that of the other and the one; so the matrix is
/// symmetric, and a word that meets itself counts twice. The stream is rewound
/// first. All cells are in memory. Throws std::invalid_argument if the window is 0.
// [snip:count-pairs-declared]
std::vector<Cell> count_pairs(TokenStream& tokens, const CountOptions& options);
// [snip:count-pairs-declared]

/// \brief Where cells go, some at a time.
// [snip:count-runs-declared]
using CellSink = std::function<void(std::span<const Cell>)>;

/// \brief Counts with at most `most_pairs` cells in memory: whenever so many
/// different pairs are there, they go to the sink as a run, in order.
///
/// A run holds a pair of words once, as the cell with row ≤ column. A pair may
/// occur in several runs, and merge_runs() adds up what it got in each. Throws
/// std::invalid_argument if the window or `most_pairs` is 0.
void count_runs(TokenStream& tokens, const CountOptions& options,
                std::size_t most_pairs, const CellSink& run);
// [snip:count-runs-declared]

/// \brief Calls use(cell) for the one or two cells of the symmetric matrix that
/// each pair of a run stands for.
// [snip:both-ways]
template <class Use>
void both_ways(std::span<const Cell> run, Use use) {
    for (const Cell& cell : run) {
        use(cell);
        if (cell.row != cell.column) use({cell.column, cell.row, cell.x});
    }
}
// [snip:both-ways]

/// \brief Cells in order, read piece by piece.
// [snip:cell-stream]
class CellStream {
public:
    virtual ~CellStream() = default;

    /// \brief Fills the front of the span; returns how many, 0 at the end.
    virtual std::size_t read(std::span<Cell> out) = 0;
};

/// \brief Merges runs, each in order, into one; equal pairs become one cell, their
/// sum taken in the order of the runs.
void merge_runs(std::span<CellStream* const> runs, const CellSink& merged);
// [snip:cell-stream]

}  // namespace nn
