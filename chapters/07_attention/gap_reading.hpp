/// \file
/// \brief Lines with hidden words: which to ask for, how well a model answers, and
/// where it looked.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "gap_model.hpp"
#include "nn/rng.hpp"
#include "nn/tokens.hpp"

namespace nn {

/// \brief A line as numbers of words, unknown_word among them.
// [snip:gaps-of]
using TokenLine = std::vector<Token>;

/// \brief Of each line with two known words or more, up to `most` gaps at random
/// places: words that are answers. The lines must outlive them.
std::vector<Gap> gaps_of(std::span<const TokenLine> lines, const Answers& answers,
                         std::size_t most, Rng& rng);
// [snip:gaps-of]

/// \brief What a model made of gaps.
// [snip:gap-score]
struct GapScore {
    double bits = 0.0;   ///< paid for a word, on average
    double right = 0.0;  ///< share whose best guess was the word
};

/// \brief The same at any number of threads. Throws std::invalid_argument for no
/// gap.
GapScore judge_gaps(const GapModel& model, std::span<const Gap> gaps,
                    unsigned threads);
// [snip:gap-score]

/// \brief What a model sees and says of one gap.
// [snip:gap-answer]
struct GapAnswer {
    arma::fmat weights;          ///< words × heads; empty if all count the same
    std::vector<Token> guesses;  ///< the likeliest words, the best first
};

GapAnswer answer_gap(const GapModel& model, const Gap& gap, std::size_t guesses);
// [snip:gap-answer]

/// \brief How much a word is looked at where it stands around a gap.
// [snip:looked-at]
struct LookedAt {
    double times = 0.0;   ///< that it stood there
    double weight = 0.0;  ///< its mean weight, where equal weights would be 1
};

/// \brief Of each word of the vocabulary, the mean over the heads.
std::vector<LookedAt> looked_at(const GapModel& model, std::span<const Gap> gaps,
                                std::size_t vocabulary);
// [snip:looked-at]

}  // namespace nn
