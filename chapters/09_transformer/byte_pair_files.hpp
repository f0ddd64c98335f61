/// \file
/// \brief The files of GPT-2's tokens, vocab.json and merges.txt.
#pragma once

#include <filesystem>

#include "byte_pairs.hpp"

namespace nn {

/// \brief Reads vocab.json (each token's spelling and number) and merges.txt (a
/// merge a line, the first one first) from a folder.
///
/// Tokens that no merge makes, such as <|endoftext|>, are read and never encoded.
/// Throws InputError, which names the file, and the line or the token, if they are
/// damaged or do not belong together.
// [snip:byte-pair-files-declared]
BytePairs read_byte_pairs(const std::filesystem::path& folder);

/// \brief Writes both files. Throws InputError if the folder cannot be written.
void write_byte_pairs(const std::filesystem::path& folder, const BytePairs& pairs);

/// \brief Throws InputError if the folder has files of other tokens, which
/// write_byte_pairs() would replace.
void require_no_other_tokens(const std::filesystem::path& folder,
                             const BytePairs& pairs);
// [snip:byte-pair-files-declared]

}  // namespace nn
