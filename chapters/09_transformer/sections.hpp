/// \file
/// \brief The sections of chapter 9's program, in the order of the chapter.
#pragma once

#include <span>

#include "nn/io/program.hpp"
#include "nn/io/report.hpp"
#include "transformer.hpp"

namespace nn {

// [snip:sections]
/// \brief Text with the key-value cache and without, from token `first` on.
void show_cache(const Options& options, const Transformer<float>& model,
                std::span<const float> parameters, Token first, Report& report);
// [snip:sections]

}  // namespace nn
