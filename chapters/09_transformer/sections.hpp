/// \file
/// \brief The sections of chapter 9's program, in the order of the chapter.
#pragma once

#include "nn/io/program.hpp"
#include "nn/io/report.hpp"
#include "transformer_study.hpp"

namespace nn {

// [snip:sections]
/// \brief Layer normalisation and GELU by hand.
void show_normalise(const Options& options, Report& report);

/// \brief One block on three tokens, every number in print.
void show_block(const Options& options, Report& report);

/// \brief The gradient of the whole model against 50 digits.
void show_model_check(const Options& options, Report& report);

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
