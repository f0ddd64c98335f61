/// \file
/// \brief What the program found of words in two orders.
#pragma once

#include <string>
#include <vector>

#include "word_order.hpp"

namespace nn {

/// \brief Two passages of the same words, and where they stand.
// [snip:two-orders]
struct TwoOrders {
    std::vector<Token> one, other;
    std::string one_place, other_place;
};

/// \brief All that a text has of them, in its order.
struct OrderStudy {
    std::vector<std::string> words;  ///< what the tokens stand for
    std::vector<TwoOrders> pairs;    ///< at least one
};
// [snip:two-orders]

}  // namespace nn
