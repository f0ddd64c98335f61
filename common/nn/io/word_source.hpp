/// \file
/// \brief The texts whose words the chapters count and learn, read in a memory that
/// does not grow with them.
#pragma once

#include <string>

#include "nn/io/word_cutter.hpp"

namespace nn {

/// \brief The words of the King James Bible, a line for each verse: lower case,
/// apostrophes removed, so that "lord's" is "lords".
///
/// Throws like for_each_verse().
// [snip:word-source-declared]
void read_bible(const WordHandler& use);

/// \brief The words of WordNet's glosses, a line for each, apostrophes removed.
///
/// Throws like for_each_synset().
void read_glosses(const WordHandler& use);

/// \brief The words of a UTF-8 file of any size, line by line.
///
/// Throws InputError if it cannot be read, is not UTF-8 or has a word of more than
/// longest_word bytes; Interrupted after Ctrl-C.
void read_words(const std::string& path, const WordHandler& use);
// [snip:word-source-declared]

}  // namespace nn
