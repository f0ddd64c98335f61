/// \file
/// \brief What the trial of the five encodings is to show.
#pragma once

#include "length_trial.hpp"
#include "nn/io/report.hpp"

namespace nn {

/// \brief The notes' claims, and what is claimed of the ways that they do not name.
// [snip:claim-trial-declared]
void claim_trial(const Options& options, const TrialText& text,
                 const LengthTrial& trial, Report& report);
// [snip:claim-trial-declared]

}  // namespace nn
