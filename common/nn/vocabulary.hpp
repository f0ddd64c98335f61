/// \file
/// \brief How often each word of a text occurs, and the words that a model knows.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nn/tokens.hpp"

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

/// \brief Whether `a` stands before `b` in that order.
bool more_common(const WordCount& a, const WordCount& b);

/// \brief The probability of a word: its count over the number of all words.
/// \implements{unigram}
///
/// Error: ≤ 0.5 ulp.
double unigram_probability(double count, double words);
// [snip:unigram-declared]

/// \brief The words that a model knows, and the number of each: its Token.
///
/// Token 0 is the most common word. Throws std::invalid_argument if no word occurs
/// `min_count` times, or if the counts are in another order than count_words()
/// gives them.
// [snip:vocabulary-declared]
class Vocabulary {
public:
    /// \brief `counts` as count_words() sorts them; rarer words than `min_count`
    /// are left out.
    Vocabulary(std::vector<WordCount> counts, double min_count);

    std::size_t size() const { return words_.size(); }
    const std::vector<std::string>& words() const { return words_; }
    const std::string& word(Token token) const { return words_[token]; }
    double count(Token token) const { return counts_[token]; }
    const std::vector<double>& counts() const { return counts_; }

    /// \brief The occurrences of all its words together.
    double total() const { return total_; }

    /// \brief The word's number, if it is known.
    std::optional<Token> find(std::string_view word) const;

private:
    std::vector<std::string> words_;
    std::vector<double> counts_;
    double total_ = 0.0;
    std::vector<Token>
        by_name_;  ///< in the order of the words' bytes, to search in
};
// [snip:vocabulary-declared]

}  // namespace nn
