/// \file
/// \brief Bytes as characters that can be printed, as GPT-2's files spell them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nn {

/// \brief Bytes with one printable character for each: a space is Ġ, a line feed Ċ.
///
/// The 188 bytes that are printable characters of Latin-1 (! to ~, ¡ to ¬, ® to ÿ)
/// spell themselves; the other 68 are, in their order, the characters from U+0100
/// on. Source: Radford et al. (2019), the function bytes_to_unicode of their
/// program.
// [snip:spelling-declared]
std::string spelled(std::string_view bytes);

/// \brief The bytes again, or nothing if a character of the valid UTF-8 spells
/// none.
std::optional<std::string> unspelled(std::string_view spelling);
// [snip:spelling-declared]

}  // namespace nn
