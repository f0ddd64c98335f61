/// \file
/// \brief The sections of chapter 7's program, in the order of the chapter.
#pragma once

#include "nn/io/program.hpp"
#include "nn/io/report.hpp"

namespace nn {

/// \brief Copying with a state of fixed size, and with attention.
// [snip:sections]
void show_bottleneck(const Options& options, Report& report);

/// \brief Sixteen symbols reversed by self-attention.
void show_reversal(const Options& options, Report& report);

/// \brief The same without places: it cannot.
void show_blind(const Options& options, Report& report);

/// \brief Dates in many forms, with attention and without.
void show_dates(const Options& options, Report& report);
// [snip:sections]

}  // namespace nn
