/// \file
/// \brief Two examinations for word vectors: similarities that people gave, and
/// analogies.
///
/// A question names its words by keys: the words of the vectors in lower case, say,
/// one a word. Of words with one key the first stands for all. Questions with an
/// unknown key are left out, and only the first 300,000 words are looked at; these
/// are gensim's habits too, so that the numbers compare.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "nn/word_vectors.hpp"

namespace nn {

/// \brief Two words, and how similar people find them.
// [snip:similarity-declared]
struct WordPair {
    std::string first, second;
    double score = 0.0;
};

/// \brief How well cosines put the pairs into people's order.
struct SimilarityScore {
    std::size_t given = 0, covered = 0;  ///< pairs in all, and with known words
    std::optional<double> spearman{};  ///< none if the covered pairs have no order
};

/// \brief Spearman's correlation of the cosines with people's scores.
///
/// Throws std::invalid_argument unless there is a key a word.
SimilarityScore score_similarity(const WordSpace& space,
                                 std::span<const std::string> keys,
                                 std::span<const WordPair> pairs);
// [snip:similarity-declared]

/// \brief "a is to b as c is to d", as the four words in this order.
// [snip:analogies-declared]
using Analogy = std::array<std::string, 4>;

/// \brief Analogies of one kind.
struct AnalogySection {
    std::string name;
    std::vector<Analogy> questions;
};

/// \brief How many of a section's questions were answered with d.
struct AnalogyScore {
    std::string section;
    std::size_t given = 0, covered = 0;  ///< questions in all, and with known words
    std::size_t right_by_adding = 0, right_by_multiplying = 0;
};

/// \brief Asks every question by \eqref{three-cos-add} and \eqref{three-cos-mul}.
///
/// The answer is the best word whose key is none of the question's three. Takes one
/// product of matrices for each 256 words, with all words asked about at once.
/// Throws std::invalid_argument unless there is a key a word.
std::vector<AnalogyScore> score_analogies(const WordSpace& space,
                                          std::span<const std::string> keys,
                                          std::span<const AnalogySection> sections);

/// \brief The sum over all sections.
AnalogyScore total_of(std::span<const AnalogyScore> scores);
// [snip:analogies-declared]

}  // namespace nn
