/// \file
/// \brief The task of real text for one neuron: which part is a line from?
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "nn/dataset.hpp"
#include "nn/io/corpus.hpp"

namespace nn {

/// \brief How many words are listened to, where a program has no reason for another
/// number.
// [snip:two-parts-declared]
constexpr std::size_t common_words = 200;

/// \brief The lines of a text as examples: how often the most common words occur in
/// each, and which of the text's two parts it is from.
struct TwoParts {
    std::array<std::string, 2> names;  ///< of the parts: y = 0, y = 1
    std::vector<std::string> words;    ///< an input each, the most common first
    Dataset train, validation, test;   ///< chapter 1's split of the lines
    std::size_t lines = 0;             ///< in the whole text
    std::size_t second = 0;            ///< of these, in the second part
};

/// \brief Makes examples of the lines. An input is the count of its word in the
/// line over the number of the line's words.
///
/// The words are the `inputs` most common ones of the training lines, or all if
/// there are fewer. Throws InputError if one of the three parts of the split would
/// be empty, or if the training lines hold no word or come from one part of the
/// text only.
TwoParts two_parts(const Corpus& corpus, std::uint32_t seed, std::size_t inputs);
// [snip:two-parts-declared]

}  // namespace nn
