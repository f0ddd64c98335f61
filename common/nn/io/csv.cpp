#include "nn/io/csv.hpp"

#include <cstdio>

namespace nn {

namespace {

// [snip:csv-cell]
std::string written(const CsvCell& cell) {
    if (const double* number = std::get_if<double>(&cell)) {
        char digits[32];
        std::snprintf(digits, sizeof digits, "%.17g", *number);
        return digits;
    }
    const std::string& text = std::get<std::string>(cell);
    if (text.find_first_of(",\"\r\n") == text.npos) return text;
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + '"';
}
// [snip:csv-cell]

}  // namespace

// [snip:csv-row]
void Csv::row(const std::vector<CsvCell>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i)
        text_ += (i == 0 ? "" : ",") + written(cells[i]);
    text_ += '\n';
}
// [snip:csv-row]

}  // namespace nn
