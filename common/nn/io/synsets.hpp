/// \file
/// \brief WordNet's sets of synonyms.
#pragma once

#include <string>
#include <vector>

namespace nn {

/// \brief Words that share a meaning, in lower case.
// [snip:synsets-declared]
using Synset = std::vector<std::string>;

/// \brief The synsets of WordNet that hold two or more single words.
///
/// Expressions of several words are left out, and so is what stands in brackets
/// after an adjective (\source{wndb}). Throws as for_each_synset() does, and
/// InputError with the beginning of a line that is not of the format.
std::vector<Synset> read_synsets();
// [snip:synsets-declared]

}  // namespace nn
