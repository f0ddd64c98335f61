/// \file
/// \brief The best answers to many analogies, in one pass over the words.
#pragma once

#include <armadillo>
#include <array>
#include <cstddef>
#include <limits>
#include <vector>

namespace nn {

/// \brief An analogy whose words are all known.
// [snip:analogy-search]
struct AnalogyQuestion {
    std::array<std::size_t, 3> asked{};  ///< the numbers of a, b and c, see below
    std::size_t answer = 0;              ///< the place of d among all words
    std::size_t section = 0;
};

/// \brief The best answer among the words looked at so far.
struct BestAnswer {
    float score = -std::numeric_limits<float>::infinity();
    std::size_t place = 0;

    /// \brief Whether there was a word that may be an answer.
    bool found() const { return score > -std::numeric_limits<float>::infinity(); }
};

/// \brief The best answers by \eqref{three-cos-add} and by \eqref{three-cos-mul}.
struct AnalogyAnswers {
    BestAnswer by_adding, by_multiplying;
};

/// \brief For each word asked about, all places with its key: none may be an
/// answer.
using SameKey = std::vector<std::vector<std::size_t>>;

/// \brief The best answer to each question among the first `words` of d × V
/// directions; of equal scores the first.
///
/// `asked` has a column for each word that the questions ask about, in the order of
/// their numbers.
std::vector<AnalogyAnswers> search_answers(
    const std::vector<AnalogyQuestion>& questions, const arma::fmat& directions,
    std::size_t words, const arma::fmat& asked, const SameKey& same_key);
// [snip:analogy-search]

}  // namespace nn
