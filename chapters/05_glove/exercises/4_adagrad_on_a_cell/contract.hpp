/// \file
/// \brief Exercise 5.4, what is to be written.
#pragma once

#include <vector>

namespace nn::exercise {

using Vector = std::vector<double>;

/// \brief A word's vector and its bias; or the slopes along them, or the sums of
/// AdaGrad, one for each number.
struct Side {
    Vector vector;
    double bias = 0.0;
};

/// \brief A word of the row and a word of the column.
struct Sides {
    Side word, context;
};

/// \brief The slopes of a cell's cost: ½ · weight · (w·c + b + b̃ − log_x)².
Sides cell_slopes(const Sides& parameters, double log_x, double weight);

/// \brief One step of AdaGrad on a cell, along all of its parameters.
///
/// A parameter whose slope is g has the step u = rate · g. It moves by −u/√sum, and
/// then its sum grows by u². All slopes are those of the parameters before the
/// step.
void adagrad_on_cell(Sides& parameters, Sides& sums, double log_x, double weight,
                     double rate);

}  // namespace nn::exercise
