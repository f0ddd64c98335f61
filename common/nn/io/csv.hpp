/// \file
/// \brief Tables for the figures and the book, as RFC 4180 writes them.
#pragma once

#include <string>
#include <variant>
#include <vector>

namespace nn {

/// \brief A cell: text, or a number written with 17 digits so that it reads back
/// the same.
// [snip:csv-declared]
using CsvCell = std::variant<std::string, double>;

/// \brief A table with a header line.
class Csv {
public:
    /// \brief A table without rows.
    explicit Csv(std::vector<CsvCell> header) { row(header); }

    /// \brief Adds a row.
    void row(const std::vector<CsvCell>& cells);

    /// \brief The table as text.
    const std::string& text() const { return text_; }

private:
    std::string text_;
};
// [snip:csv-declared]

}  // namespace nn
