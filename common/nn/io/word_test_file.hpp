/// \file
/// \brief The files that examine word vectors: similarities and analogies.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "nn/word_tests.hpp"

namespace nn {

/// \brief A word as the tests' questions name it: case folded.
// [snip:word-test-file-declared]
std::string folded(std::string_view word);

/// \brief The keys of words for the tests of this file.
std::vector<std::string> folded_words(const std::vector<std::string>& words);

/// \brief Pairs of words with people's scores: two words and a number a line, with
/// a tab or spaces between them.
///
/// Blank lines and lines that begin with # are skipped, and a first line whose
/// third field is no number, as a heading. Throws InputError with the line if
/// another has another shape, or if there are not two pairs with different scores.
std::vector<WordPair> read_similarity_test(const std::filesystem::path& path);

/// \brief Analogies by section, as word2vec's questions-words.txt has them: a line
/// ": name" begins a section, each other line is a question of four words.
///
/// Blank lines are skipped. Throws InputError with the line if another has another
/// shape, if a question comes before the first section, or if there is none.
std::vector<AnalogySection> read_analogy_test(const std::filesystem::path& path);
// [snip:word-test-file-declared]

}  // namespace nn
