/// \file
/// \brief Words of one letter, and models of them.
#pragma once

#include <string>
#include <vector>

#include "nn/vocabulary.hpp"
#include "simple_word2vec.hpp"

/// \brief The words a, b, …: the first one `most` times, each further one `fall`
/// times less.
inline nn::Vocabulary letters(std::size_t n, double most = 100.0,
                              double fall = 1.0) {
    std::vector<nn::WordCount> counts;
    for (std::size_t i = 0; i < n; ++i)
        counts.push_back({std::string(1, static_cast<char>('a' + i)),
                          most - fall * static_cast<double>(i)});
    return nn::Vocabulary(counts, 1.0);
}

/// \brief Trains pair by pair; all words are as common as the text is long.
inline nn::WordEmbedding trained(const std::vector<nn::Token>& text,
                                 std::size_t words,
                                 const nn::Word2VecOptions& options,
                                 nn::Architecture architecture) {
    nn::TokenArray tokens(text);
    const auto most = static_cast<double>(text.size() + 1);
    return nn::train_pair_by_pair(tokens, letters(words, most, 0.0), options,
                                  architecture);
}
