/// \file
/// \brief Exercise 5.5, what is to be written.
#pragma once

#include <functional>
#include <optional>
#include <span>

#include "nn/cooccurrence.hpp"

namespace nn::exercise {

/// \brief Cells in order, on a disk perhaps: each can be taken once.
class Run {
public:
    virtual ~Run() = default;

    /// \brief The next cell, or nothing at the end.
    virtual std::optional<Cell> next() = 0;
};

/// \brief Calls merged(cell) for all cells of the runs, in the order of nn::before.
///
/// A run holds a pair of row and column at most once. A pair that several runs hold
/// comes out as one cell, its x added up in the order of the runs. Of each run at
/// most one cell is taken before it is needed.
void merge(std::span<Run* const> runs,
           const std::function<void(const Cell&)>& merged);

}  // namespace nn::exercise
