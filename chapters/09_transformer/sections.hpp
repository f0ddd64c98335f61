/// \file
/// \brief The sections of chapter 9's program, in the order of the chapter.
#pragma once

#include "nn/io/program.hpp"
#include "nn/io/report.hpp"

namespace nn {

// [snip:sections]
// [snip:sections]

}  // namespace nn
