/// \file
/// \brief Exercise 5.3, what is to be written.
#pragma once

#include <vector>

namespace nn::exercise {

using Matrix = std::vector<std::vector<double>>;  // a row for each word

/// \brief How much a cell of the table counts: (x/x_max)^¾, and 1 from x_max on.
///
/// x is at least 0, and x_max above 0.
double cell_weight(double x, double x_max);

/// \brief The mean cost of the cells that are not 0.
///
/// A cell x with the score s costs ½ · weight · (s − log x)². `scores` has the
/// scores w·c + b + b̃ of all cells. At least one cell is above 0.
double mean_cost(const Matrix& counts, const Matrix& scores, double x_max);

}  // namespace nn::exercise
