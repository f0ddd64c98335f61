/// \file
/// \brief The files of WordNet, the dictionary of English that Debian has as
/// wordnet-base.
#pragma once

#include <functional>
#include <string_view>

namespace nn {

/// \brief Calls `use` with each synset's line of WordNet's four data files:
/// adjectives, adverbs, nouns, verbs.
///
/// A line holds numbers and words, and after "| " the gloss. The files are in
/// /usr/share/wordnet or in the folder that the environment's WNSEARCHDIR names, as
/// WordNet's own programs have it. Throws InputError with the command that installs
/// them if they are missing.
// [snip:wordnet-declared]
void for_each_synset(const std::function<void(std::string_view line)>& use);
// [snip:wordnet-declared]

}  // namespace nn
