/// \file
/// \brief WordNet's sets of synonyms.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace nn {

/// \brief Words that share a meaning, in lower case.
// [snip:synsets-declared]
using Synset = std::vector<std::string>;

/// \brief The synsets of WordNet that hold two or more single words.
///
/// Reads data.noun, data.verb, data.adj and data.adv as Debian's package
/// wordnet-base has them (\source{wndb}): expressions of several words are left
/// out, and so is what stands in brackets after an adjective. Throws InputError
/// with the command that installs them if they are missing, and with the line that
/// is not of the format.
std::vector<Synset> read_synsets(
    const std::filesystem::path& folder = "/usr/share/wordnet");
// [snip:synsets-declared]

}  // namespace nn
