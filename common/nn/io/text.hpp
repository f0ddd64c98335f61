/// \file
/// \brief Text in any language: valid UTF-8, its lines, and its words as Unicode
/// sees them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nn {

/// \brief Throws InputError with the byte and the line of the first fault in the
/// UTF-8.
///
/// `name` is the file that the message names.
// [snip:text-declared]
void require_utf8(std::string_view text, const std::string& name);

/// \brief The lines that are not blank; a line feed ends a line, a carriage return
/// before it goes.
std::vector<std::string> lines_of(std::string_view text);

/// \brief The first `characters` characters of a text, with "…" in the place of the
/// rest.
std::string shortened(std::string_view text, std::size_t characters);

/// \brief The words of a text, in order, case folded.
///
/// Word boundaries are those of Unicode Standard Annex #29, by ICU; a word holds at
/// least one letter, digit or ideograph, so that spaces and punctuation fall away.
/// Apostrophes within a word stay. The text must be valid UTF-8.
std::vector<std::string> words_of(std::string_view text);
// [snip:text-declared]

}  // namespace nn
