/// \file
/// \brief The table of the study notes: token, current token, weights.
#pragma once

#include <armadillo>
#include <string>
#include <vector>

#include "nn/io/report.hpp"

namespace nn {

/// \brief A weight from 0 to 1 as a bar of up to 20 marks.
// [snip:weight-table-declared]
std::string weight_bar(double weight);

/// \brief A text for a column: cut to 14 characters, filled up with spaces to
/// `width`.
std::string table_cell(const std::string& text, std::size_t width);

/// \brief Prints a line for each key (token) and query (current token), query after
/// query: names, the weight as a number and as a bar, at most 70 characters.
///
/// A is keys × queries. With a table of scores, of the same shape, the scores stand
/// before the weights. Throws std::invalid_argument unless there is a name for each
/// row and column.
void print_weight_table(const std::vector<std::string>& keys,
                        const std::vector<std::string>& queries, const arma::mat& A,
                        Report& report, const arma::mat& scores = {});
// [snip:weight-table-declared]

}  // namespace nn
