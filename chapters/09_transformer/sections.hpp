/// \file
/// \brief The sections of chapter 9's program, in the order of the chapter.
#pragma once

#include "nn/io/program.hpp"
#include "nn/io/report.hpp"
#include "transformer_study.hpp"

namespace nn {

// [snip:sections]
/// \brief Characters against joined bytes: how long a text becomes, and what it
/// costs.
void show_tokens(const Options& options, const TransformerText& text,
                 Report& report);

/// \brief The transformer's way down, beside counting and chapter 6's LSTM.
void show_training(const Options& options, const TransformerStudy& study,
                   Report& report);

/// \brief What it writes: before and after, at temperatures, with top-k and
/// nucleus.
void show_transformer_samples(const TransformerStudy& study, Report& report);
// [snip:sections]

}  // namespace nn
