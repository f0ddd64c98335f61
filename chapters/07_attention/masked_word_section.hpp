/// \file
/// \brief The sections of chapter 7 that guess hidden words.
#pragma once

#include "masked_word_study.hpp"
#include "nn/io/program.hpp"
#include "nn/io/report.hpp"
#include "sentence.hpp"

namespace nn {

/// \brief A hidden word by the average of its line and by attention, on held-out
/// lines: how often right, where it looked, examples.
// [snip:masked-word-sections]
void show_masked_word(const Options& options, const MaskedWordStudy& study,
                      Report& report);

/// \brief Its part on the model whose weights depend on the words alone: the
/// commonest words, and those that get most and least of the weights.
void show_looked_at(const MaskedWordStudy& study, Report& report);

/// \brief The table of the study notes for a sentence: token, current token,
/// weights. The current token is hidden, and the model guesses it.
void show_sentence(const Sentence& sentence, const VerseText& text,
                   const GapModel& model, Report& report);
// [snip:masked-word-sections]

}  // namespace nn
