/// \file
/// \brief A text that means nothing, and its vocabulary.
#pragma once

#include <string>
#include <vector>

#include "nn/rng.hpp"
#include "nn/tokens.hpp"
#include "nn/vocabulary.hpp"

/// \brief The words 0, 1, …, each a little rarer than the last.
inline nn::Vocabulary numbers(std::size_t n) {
    std::vector<nn::WordCount> counts;
    for (std::size_t i = 0; i < n; ++i)
        counts.push_back({std::to_string(i), static_cast<double>(1000 - i)});
    return {counts, 1};
}

/// \brief `words` words of `vocabulary` different ones, in lines of all lengths.
inline std::vector<nn::Token> some_text(std::size_t words, nn::Token vocabulary) {
    nn::Rng rng(7);
    std::vector<nn::Token> text;
    for (std::size_t i = 0; i < words; ++i) {
        text.push_back(static_cast<nn::Token>(rng.interval(vocabulary - 1)));
        if (rng.interval(15) == 0) text.push_back(nn::line_end);
    }
    return text;
}
