/// \file
/// \brief Exercise 5.1, what is to be written.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "nn/tokens.hpp"

namespace nn::exercise {

using Matrix = std::vector<std::vector<double>>;  // a row for each word

/// \brief How often each two words of a text stand near each other.
///
/// Two places of a line, at most context_window apart, count 1/d for the words that
/// stand there, d the distance of the places: they add it at (i, j) and at (j, i).
/// The words of the text are below `words`; nn::line_end ends a line.
Matrix cooccurrence(std::span<const Token> text, std::size_t words,
                    std::size_t context_window);

}  // namespace nn::exercise
