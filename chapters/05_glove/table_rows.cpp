#include "table_rows.hpp"

#include <algorithm>
#include <string>

#include "nn/require.hpp"

namespace nn {

// [snip:table-rows]
TableRows::TableRows(std::size_t words, std::span<const Token> rows)
    : rows_(rows.begin(), rows.end()), kept_(words, rows.size()), sums_(words) {
    for (const Token row : rows)
        require(row < words, "TableRows",
                "row " + std::to_string(row) + " of a table of " +
                    std::to_string(words) + " words");
}

void TableRows::add(std::span<const Cell> pairs) {
    both_ways(pairs, [&](const Cell& cell) {
        sums_[cell.row] += cell.x;
        for (std::size_t r = 0; r < rows_.size(); ++r)
            if (rows_[r] == cell.row) kept_(cell.column, r) = cell.x;
    });
}
// [snip:table-rows]

}  // namespace nn
