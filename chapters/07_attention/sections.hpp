/// \file
/// \brief The sections of chapter 7's program, in the order of the chapter.
#pragma once

#include "nn/io/program.hpp"
#include "nn/io/report.hpp"

namespace nn {

/// \brief A soft look-up in a dictionary of three keys, with all its numbers.
// [snip:sections]
void show_look_up(Report& report);

/// \brief The table of the study notes on sentences of four words.
void show_two_steps(Report& report);
// [snip:sections]

}  // namespace nn
