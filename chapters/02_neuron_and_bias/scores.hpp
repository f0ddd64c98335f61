/// \file
/// \brief The scores of the two neurons on several splits, printed and put to the
/// test.
#pragma once

#include <vector>

#include "nn/io/report.hpp"
#include "verse_pair.hpp"

namespace nn {

/// \brief The scores of each split.
// [snip:scores-sections]
void show_scores(const std::vector<PairScores>& all, Report& report);

/// \brief Scores of all splits for neurons with so many inputs: shares of words,
/// and shares less their means.
struct FewInputs {
    std::size_t inputs = 0;
    std::vector<PairScores> shares{}, centred{};
};

/// \brief What the bias is worth, by the number of inputs.
void show_few_inputs(const std::vector<FewInputs>& all, Report& report);
// [snip:scores-sections]

}  // namespace nn
