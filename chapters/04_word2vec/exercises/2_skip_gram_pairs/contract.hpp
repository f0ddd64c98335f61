/// \file
/// \brief Exercise 4.2, what is to be written.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "nn/tokens.hpp"

namespace nn::exercise {

/// \brief A word in the middle of a window, and one of its neighbours.
struct Pair {
    Token centre, neighbour;
    bool operator==(const Pair&) const = default;
};

/// \brief All pairs of a text, centre by centre and its neighbours from left to
/// right.
///
/// The word at place i has the neighbours up to windows[i] places away, on both
/// sides. nn::line_end ends a line: it is no word, its own window means nothing,
/// and no window reaches over it.
std::vector<Pair> skip_gram_pairs(std::span<const Token> text,
                                  std::span<const std::size_t> windows);

/// \brief The chance that two words of a line that stand `distance` places apart
/// become a pair with one of them as the centre, if its window is drawn from
/// 1 … context_window, each with the same chance. The distance is at least 1.
double chance_of_pair(std::size_t distance, std::size_t context_window);

}  // namespace nn::exercise
