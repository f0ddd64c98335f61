/// \file
/// \brief The sections of chapter 9's program, in the order of the chapter.
#pragma once

#include "nn/io/program.hpp"
#include "nn/io/report.hpp"

namespace nn {

// [snip:sections]
/// \brief Layer normalisation and GELU by hand.
void show_normalise(const Options& options, Report& report);

/// \brief One block on three tokens, every number in print.
void show_block(const Options& options, Report& report);

/// \brief The gradient of the whole model against 50 digits.
void show_model_check(const Options& options, Report& report);
// [snip:sections]

}  // namespace nn
