/// \file
/// \brief The sections of chapter 4's program, in the order of the chapter.
#pragma once

#include <armadillo>

#include "nn/io/report.hpp"
#include "nn/word_vectors.hpp"
#include "pair_counts.hpp"
#include "softmax_skip_gram.hpp"
#include "study.hpp"
#include "text_part.hpp"

namespace nn {

/// \brief Whose company is alike, in a text of a few lines.
// [snip:sections]
void show_company(Report& report);

/// \brief The text, its vocabulary, and what subsampling leaves of it.
void show_text(const Study& study, Report& report);

/// \brief The tree of hierarchical softmax.
void show_tree(const Study& study, Report& report);

/// \brief How many words on each side the exact model foretells.
inline constexpr std::size_t small_window = 2;

/// \brief The full softmax on a small vocabulary, then show_gradients().
void show_softmax(const Study& study, Report& report);

/// \brief The slopes of both prices of a pair against 50 digits.
void show_pair_check(const Study& study, Report& report);

/// \brief Negative sampling's gradient against the softmax's, at pairs of the text.
void show_gradients(const Study& study, const HeldOutText& text,
                    const ExactSkipGram& model, Report& report);

/// \brief Skip-gram and CBOW pair by pair, and the fast version on the same words.
void show_architectures(const Study& study, Report& report);

/// \brief The chapter's training: all of the text.
WordEmbedding show_training(const Study& study, Report& report);

/// \brief Who stands near whom.
void show_neighbours(const Study& study, const WordSpace& space, Report& report);

/// \brief "man is to woman as king is to …"
void show_analogies(const Study& study, const WordSpace& space, Report& report);

/// \brief What is lost with one of the two vectors.
void show_two_vectors(const Study& study, const WordEmbedding& embedding,
                      Report& report);

/// \brief Groups of words in two dimensions.
void show_clusters(const Study& study, const WordEmbedding& embedding,
                   Report& report);

/// \brief Scores against counts: pointwise mutual information, and probabilities.
void show_logarithms(const Study& study, Report& report);

/// \brief Neighbours' probabilities from vectors that were trained with so many
/// negative samples, the words themselves as noise.
void show_bayes(const TokenCorpus& corpus, const PairCounts& counts,
                const WordEmbedding& embedding, std::size_t negative_samples,
                Report& report);

/// \brief Dimensions from 2 to 400 on two lengths of text.
void show_dimensions(const Study& study, Report& report);

/// \brief What the order of the text beyond a window is worth.
void show_local_context(const Study& study, Report& report);

/// \brief No negative samples: what becomes of a model that hears yes alone.
void show_failure(const Study& study, Report& report);

/// \brief Words a second.
void show_speed(const Study& study, Report& report);
// [snip:sections]

}  // namespace nn
