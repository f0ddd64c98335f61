/// \file
/// \brief What the races of word vectors share: the text, and how good the vectors
/// are. All files lie in the race's folder, where the program runs.
#pragma once

#include <armadillo>

#include "nn/io/token_corpus.hpp"

namespace race {

/// \brief Writes the Bible and WordNet's glosses to text.txt, unless it is there,
/// in lines of 1,000 words, and reads it as the peers do: words that occur five
/// times.
nn::TokenCorpus text();

/// \brief Keeps the vectors of our side for show_scores().
void keep_ours(const nn::Vocabulary& vocabulary, const arma::fmat& vectors);

/// \brief Prints how good the vectors are that each side has left.
///
/// Synonyms of WordNet; and the files that the environment's NN_SIMILARITY and
/// NN_ANALOGIES name, with colons between them.
/// \return The program's status: 1 if a file cannot be read or, with `is_bound`,
/// ours are worse than gensim's, correlations and the share of synonyms by more
/// than 0.02, the share of right analogies by more than 0.01.
int show_scores(bool is_bound);

}  // namespace race
