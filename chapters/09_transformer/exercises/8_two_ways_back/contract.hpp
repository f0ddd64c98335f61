/// \file
/// \brief Exercise 9.8, what is to be written.
#pragma once

#include <functional>
#include <span>
#include <vector>

namespace nn::exercise {

using Column = std::vector<double>;

/// \brief A part of a block, forward and backward.
struct Part {
    std::function<Column(const Column& input)> forward;
    /// The slopes in the input, from the input and the slopes in what came out.
    std::function<Column(const Column& input, const Column& slopes)> back;
};

/// \brief The slopes of the loss in x, which went into a residual stream.
///
/// Forward, each part in its turn read the stream and added to it: x ← x + f(x).
/// `slopes` are those in the stream behind the last part; `parts` may be empty.
Column stream_back(std::span<const Part> parts, const Column& x,
                   const Column& slopes);

}  // namespace nn::exercise
