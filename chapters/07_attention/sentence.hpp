/// \file
/// \brief The sentence of the table: typed by a person, or a line of the text.
#pragma once

#include <string>
#include <vector>

#include "gap_reading.hpp"
#include "verse_text.hpp"

namespace nn {

/// \brief The words of a sentence, and their numbers.
// [snip:sentence]
struct Sentence {
    std::vector<std::string> words;
    TokenLine tokens;  ///< unknown_word for those that the text lacks
};

/// \brief Refuses a sentence that is not UTF-8 or holds no word, or more than 100.
std::vector<std::string> sentence_words(const std::string& typed);

/// \brief Looks the words up. Throws InputError if less than two are known: nobody
/// could be looked at then.
Sentence sentence_of(std::vector<std::string> words, const VerseText& text);

/// \brief The longest held-out line of at most 7 words, all known and no two the
/// same; the last of these.
///
/// Where there is none: the first known words of a line that has two.
Sentence sentence_of_text(const VerseText& text);
// [snip:sentence]

}  // namespace nn
