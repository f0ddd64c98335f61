/// \file
/// \brief Witten and Bell's probabilities in whole numbers, by reading the text
/// again for each of them.
#pragma once

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <cstddef>
#include <set>
#include <span>
#include <vector>

#include "nn/tokens.hpp"

namespace counted_text {

using Text = std::vector<nn::Token>;
using Exact = boost::multiprecision::cpp_rational;

/// \brief The symbols that follow a context in a text, one after the other.
inline Text followers(const Text& text, std::span<const nn::Token> context) {
    Text found;
    for (std::size_t i = context.size(); i < text.size(); ++i)
        if (std::equal(
                context.begin(), context.end(),
                text.begin() + static_cast<std::ptrdiff_t>(i - context.size())))
            found.push_back(text[i]);
    return found;
}

/// \brief p_k(next | history), k = order: the recursion as it is written.
inline Exact witten_bell(const Text& text, std::size_t symbols, std::size_t order,
                         std::span<const nn::Token> history, nn::Token next) {
    if (order == 0) return Exact(1, symbols);
    const Exact shorter = witten_bell(text, symbols, order - 1, history, next);
    if (order - 1 > history.size()) return shorter;
    const Text all = followers(text, history.last(order - 1));
    if (all.empty()) return shorter;
    const std::set<nn::Token> kinds(all.begin(), all.end());
    const auto count = std::count(all.begin(), all.end(), next);
    return (Exact(count) + Exact(kinds.size()) * shorter) /
           Exact(all.size() + kinds.size());
}

}  // namespace counted_text
