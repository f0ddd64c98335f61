#include "weight_table.hpp"

#include <algorithm>
#include <cmath>

#include "nn/require.hpp"

namespace nn {

namespace {

// [snip:table-cell]
constexpr std::size_t longest_name = 14;

bool begins_character(char byte) {  // of UTF-8
    return (byte & 0xC0) != 0x80;
}

std::size_t characters_of(const std::string& text) {
    return std::size_t(std::count_if(text.begin(), text.end(), begins_character));
}

/// \brief The first characters of a text, with the last one a sign if some are
/// missing.
std::string shortened(const std::string& text) {
    if (characters_of(text) <= longest_name) return text;
    std::size_t end = 0;
    for (std::size_t seen = 0; end < text.size(); ++end)
        if (begins_character(text[end]) && seen++ == longest_name - 1) break;
    return text.substr(0, end) + "…";
}
// [snip:table-cell]

}  // namespace

// [snip:weight-bar]
std::string weight_bar(double weight) {
    return std::string(std::size_t(std::lround(20 * weight)), '#');
}

std::string table_cell(const std::string& text, std::size_t width) {
    std::string cell = shortened(text);
    const std::size_t used = characters_of(cell);
    if (used < width) cell.append(width - used, ' ');
    return cell;
}
// [snip:weight-bar]

namespace {

// [snip:weight-columns]
/// \brief How wide a column of names must be, with a space behind.
std::size_t width_of(const std::string& title,
                     const std::vector<std::string>& names) {
    std::size_t widest = title.size();
    for (const std::string& name : names)
        widest = std::max(widest, characters_of(shortened(name)));
    return widest + 1;
}

void require_names(const std::vector<std::string>& keys,
                   const std::vector<std::string>& queries, const arma::mat& A,
                   const arma::mat& scores) {
    require(
        keys.size() == A.n_rows && queries.size() == A.n_cols &&
            (scores.is_empty() || arma::size(scores) == arma::size(A)),
        "print_weight_table",
        std::to_string(A.n_rows) + " × " + std::to_string(A.n_cols) +
            " weights, names of " + std::to_string(keys.size()) + " keys and " +
            std::to_string(queries.size()) + " queries, " +
            std::to_string(scores.n_elem) +
            " scores; give a name for each row and column, and a score for each "
            "weight or none");
}
// [snip:weight-columns]

}  // namespace

// [snip:print-weight-table]
void print_weight_table(const std::vector<std::string>& keys,
                        const std::vector<std::string>& queries, const arma::mat& A,
                        Report& report, const arma::mat& scores) {
    require_names(keys, queries, A, scores);
    const std::size_t token = width_of("token", keys),
                      current = width_of("current token", queries);
    const bool scored = !scores.is_empty();
    report.print("%s%s%s weight\n", table_cell("token", token).c_str(),
                 table_cell("current token", current).c_str(),
                 scored ? "  score " : "");
    for (arma::uword q = 0; q < A.n_cols; ++q)
        for (arma::uword k = 0; k < A.n_rows; ++k) {
            report.print("%s%s", table_cell(keys[k], token).c_str(),
                         table_cell(queries[q], current).c_str());
            if (scored) report.print("%7.3f ", scores(k, q));
            const std::string bar = weight_bar(A(k, q));
            report.print("%7.4f%s%s\n", A(k, q), bar.empty() ? "" : "  ",
                         bar.c_str());
        }
}
// [snip:print-weight-table]

}  // namespace nn
