/// \file
/// \brief The sections of chapter 7's program, in the order of the chapter.
#pragma once

#include "nn/io/program.hpp"
#include "nn/io/report.hpp"

namespace nn {

/// \brief Attention by tiles instead of a table: the same, in less memory.
// [snip:sections]
void show_tiles(const Options& options, Report& report);
// [snip:sections]

}  // namespace nn
