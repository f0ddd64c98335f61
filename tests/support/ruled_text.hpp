/// \file
/// \brief A text of symbols of which part can be foretold.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "nn/rng.hpp"
#include "nn/tokens.hpp"

namespace ruled_text {

/// \brief Symbols below 6 in which the next one depends on the last two, and on
/// chance.
inline std::vector<nn::Token> symbols(std::size_t size, std::uint32_t seed = 7) {
    nn::Rng rng(seed);
    std::vector<nn::Token> text{0, 1};
    while (text.size() < size) {
        const nn::Token last = text.back(), before = text[text.size() - 2];
        const auto chance = static_cast<nn::Token>(rng.integer(0, 6));
        const bool is_rule = rng.uniform() < 0.8;
        text.push_back(is_rule ? (last + 2 * before + 1) % 6 : chance);
    }
    return text;
}

/// \brief Some 26,000 characters: 700 lines of eight words each.
inline std::string small_text(std::uint32_t seed = 1) {
    const std::vector<std::string> words{"sea", "wind",  "sail", "and",
                                         "the", "shore", "wave", "of"};
    nn::Rng rng(seed);
    std::string text;
    for (int line = 0; line < 700; ++line) {
        for (int i = 0; i < 8; ++i)
            text += words[rng.integer(0, 8)] + (i < 7 ? " " : ".\n");
    }
    return text;
}

}  // namespace ruled_text
