/// \file
/// \brief A text cut before words, numbers and signs.
#pragma once

#include <string_view>
#include <vector>

namespace nn {

/// \brief The pieces of a text in order; together they are the text, to the byte.
///
/// A piece is 's, 't, 're, 've, 'm, 'll or 'd; or letters, or digits, or other
/// signs, each with at most one space before; or white space, of which the last
/// stays out if something follows. These are the cuts of GPT-2's pattern
/// `'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+`, by
/// Unicode's categories. A byte that is not valid UTF-8 is a sign.
// [snip:text-pieces-declared]
std::vector<std::string_view> text_pieces(std::string_view text);
// [snip:text-pieces-declared]

}  // namespace nn
