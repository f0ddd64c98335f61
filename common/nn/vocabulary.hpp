/// \file
/// \brief How often each word of a text occurs.
#pragma once

#include <string>
#include <vector>

namespace nn {

/// \brief A word and how often it occurs.
// [snip:unigram-declared]
struct WordCount {
    std::string word;
    double count = 0.0;
};

/// \brief The words of a text by falling count, then by bytes: the same text, the
/// same order.
std::vector<WordCount> count_words(const std::vector<std::string>& words);

/// \brief The probability of a word: its count over the number of all words.
/// \implements{unigram}
///
/// Error: ≤ 0.5 ulp.
double unigram_probability(double count, double words);
// [snip:unigram-declared]

}  // namespace nn
