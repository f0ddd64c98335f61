/// \file
/// \brief Do words of one meaning stand near each other? A score without a list of
/// human judgements.
#pragma once

#include <armadillo>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "nn/rng.hpp"
#include "nn/tokens.hpp"
#include "nn/vocabulary.hpp"

namespace nn {

/// \brief How often a number of the first list is larger than one of the second.
/// \implements{area-under-curve}
///
/// All pairs are compared, and ties count one half: the area under the curve of
/// hits against false alarms. Throws std::invalid_argument if a list is empty or
/// holds a NaN. Error: ≤ 1 ulp, for up to 2²⁶ numbers.
// [snip:area-declared]
double area_under_curve(std::span<const double> larger,
                        std::span<const double> smaller);
// [snip:area-declared]

/// \brief Two words of a vocabulary.
// [snip:synonym-task-declared]
struct TokenPair {
    Token first = 0, second = 0;
};

/// \brief Pairs of synonyms, and for each a pair of the same first word with a
/// random second one that is about as common.
struct SynonymTask {
    std::vector<TokenPair> synonyms, others;
};

/// \brief Each two words of a synset that the vocabulary has, once, with its random
/// pair.
///
/// The random word is at most a quarter further up or down the list of words by
/// count (and five places), and shares no synset with the first. A pair for which
/// sixteen draws find no such word is left out. There may be no pair at all:
/// another language has none.
SynonymTask synonym_task(std::span<const std::vector<std::string>> synsets,
                         const Vocabulary& vocabulary, Rng& rng);

/// \brief The share of comparisons in which synonyms have the larger cosine:
/// \eqref{area-under-curve} of the cosines.
///
/// 0.5 is chance. `vectors` is d × V. Throws std::invalid_argument if there is no
/// pair, if a word has no vector, or if a number is not finite.
double synonym_score(const SynonymTask& task, const arma::fmat& vectors);
// [snip:synonym-task-declared]

}  // namespace nn
