/// \file
/// \brief Characters in the bytes of UTF-8, and out of them.
#pragma once

#include <string>
#include <string_view>

namespace nn {

/// \brief Takes the first character off a text of valid UTF-8 that is not empty.
// [snip:utf8-declared]
char32_t next_character(std::string_view& text);

/// \brief Puts a character at the end of a text, in one to four bytes.
void append_character(std::string& text, char32_t character);
// [snip:utf8-declared]

}  // namespace nn
