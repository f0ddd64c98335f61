/// \file
/// \brief The sections of chapter 8's program, in the order of the chapter.
#pragma once

#include "length_trial.hpp"
#include "nn/io/program.hpp"
#include "nn/io/report.hpp"

namespace nn {

// [snip:sections]
/// \brief The five encodings on the text, and at lengths that they never saw.
LengthTrial show_trial(const Options& options, const TrialText& text,
                       Report& report);

/// \brief Learned vectors beside sinusoids, and those that were never trained.
void show_learned(const Options& options, const TrialText& text, LengthTrial& trial,
                  Report& report);

/// \brief A task of places and a task of distances.
void show_place_tasks(const Options& options, Report& report);
// [snip:sections]

}  // namespace nn
