/// \file
/// \brief Word vectors in the files that other programs read and write.
///
/// The end of a file's name tells its form:
/// - .bin: word2vec's binary form. A line "V d"; for each word its letters, a space
///   and d floats of 4 bytes, the lowest byte first.
/// - .vec: word2vec's text form. A line "V d"; for each word a line of the word and
///   d numbers.
/// - .txt: GloVe's text form, the same without the first line.
///
/// In a text file, .vec or .txt, a first line of two whole numbers is taken for
/// "V d".
#pragma once

#include <filesystem>

#include "nn/word_vectors.hpp"

namespace nn {

/// \brief Reads the vectors of a file of at most 16 GiB.
///
/// Throws InputError, with the file, the line or byte and the remedy, if the file
/// is none of the three forms, is not whole, holds a word twice or one that is not
/// UTF-8, or a number that is not finite.
// [snip:vector-file-declared]
WordVectors load_vectors(const std::filesystem::path& path);

/// \brief Throws InputError unless save_vectors() may write a file of this name.
void require_vector_file_name(const std::filesystem::path& path);

/// \brief Writes to a temporary name, then renames it. Numbers read back to the
/// same floats.
///
/// Throws InputError if the name ends otherwise, if the file cannot be written, if
/// a word is empty or holds a space or a control character, or if a number is not
/// finite; no file is changed then.
void save_vectors(const std::filesystem::path& path, const WordVectors& vectors);
// [snip:vector-file-declared]

}  // namespace nn
