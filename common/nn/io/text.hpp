/// \file
/// \brief Text in any language: valid UTF-8, its lines, and its words as Unicode
/// sees them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
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

/// \brief How many bytes from the front are whole characters of valid UTF-8.
std::size_t valid_utf8(std::string_view text);

/// \brief Throws the InputError of require_utf8(): of the file, its byte, its line.
[[noreturn]] void refuse_utf8(const std::string& name, std::uint64_t byte,
                              std::uint64_t line, char value);

/// \brief The lines that are not blank; a line feed ends a line, a carriage return
/// before it goes.
std::vector<std::string> lines_of(std::string_view text);

/// \brief What stands between the blanks of a line.
std::vector<std::string_view> fields_of(std::string_view line);

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

/// \brief Appends the text, case folded.
// [snip:word-pieces-declared]
void append_folded(std::string_view text, std::string& folded);

/// \brief Calls `use` with the words of a folded text, in order, up to `limit`.
///
/// Returns the byte where the first piece (a word, a space, a comma …) begins that
/// does not end at or before `limit`.
std::size_t for_each_word(std::string_view folded, std::size_t limit,
                          const std::function<void(std::string_view)>& use);
// [snip:word-pieces-declared]

}  // namespace nn
