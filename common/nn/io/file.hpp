/// \file
/// \brief Whole files, read with care and written without a moment of half a file.
#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <ostream>
#include <string>
#include <string_view>

namespace nn {

/// \brief The size of a regular file in bytes.
///
/// Throws InputError if the file is missing, a directory or another thing that can
/// not be read from its front to its end.
// [snip:file-declared]
std::uint64_t size_of_file(const std::filesystem::path& path);

/// \brief The bytes of a regular file of at most `bound` bytes.
///
/// Throws InputError if the file is missing, a directory, unreadable or larger than
/// the bound.
std::string read_file(const std::filesystem::path& path, std::uint64_t bound);

/// \brief Throws InputError: the file that was just tried may not be read.
[[noreturn]] void refuse_unreadable(const std::filesystem::path& path);

/// \brief Calls `use` with each line that comes from an open file or pipe, without
/// its line feed.
void for_each_line(std::FILE* file,
                   const std::function<void(std::string_view)>& use);

/// \brief Writes to a temporary name beside `path`, then renames it. Makes the
/// folder.
///
/// A reader sees the old file or the new one, never a part. Throws InputError if
/// the folder cannot be written; the old file is then as it was.
void write_file(const std::filesystem::path& path, std::string_view contents);

/// \brief What puts a file's bytes into a stream, piece by piece.
using Writer = std::function<void(std::ostream&)>;

/// \brief The same for a file that need not be held as one string; `option` is what
/// the message says to change.
void write_file(const std::filesystem::path& path, const Writer& write,
                const std::string& option);

/// \brief Throws InputError unless write_file() can put files into the folder.
///
/// The folder need not exist yet, and is not made: a run that fails later leaves no
/// trace.
void require_writable_folder(const std::filesystem::path& folder,
                             const std::string& option = "--out DIR");
// [snip:file-declared]

}  // namespace nn
