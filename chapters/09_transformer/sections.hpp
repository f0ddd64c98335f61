/// \file
/// \brief The sections of chapter 9's program, in the order of the chapter.
#pragma once

#include <span>
#include <string_view>

#include "ablation.hpp"
#include "nn/io/program.hpp"
#include "nn/io/report.hpp"
#include "trained_model.hpp"
#include "transformer_study.hpp"

namespace nn {

/// \brief Layer normalisation and GELU by hand.
// [snip:sections]
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

/// \brief Text with the key-value cache and without, from token `first` on.
void show_cache(const Options& options, const Transformer<float>& model,
                std::span<const float> parameters, Token first, Report& report);

/// \brief What the heads look at: in unseen text, which must hold more tokens than
/// one context, and in a sentence.
void show_head_maps(const TrainedModel& trained, std::span<const Token> held_out,
                    std::string_view sentence, Report& report);

/// \brief A word of two senses on its way through the blocks.
void show_word_layers(const TrainedModel& trained, Report& report);

/// \brief Random tokens that come again: one layer, two layers.
void show_induction(const Options& options, Report& report);

/// \brief How long what each block adds is; for more unseen tokens than one
/// context.
void show_stream(const TrainedModel& trained, std::span<const Token> held_out,
                 Report& report);

/// \brief The same small model and training, each time without a part.
void show_ablations(const Options& options, const TextToLearn& text,
                    Report& report);

/// \brief The encoder and decoder of the original paper on dates.
void show_translation(const Options& options, Report& report);

/// \brief Loss against the size of the model, and against that of the text.
void show_scaling(const Options& options, const TextToLearn& text, Report& report);

/// \brief One prompt through all nine chapters, from the seed to the token: a
/// section a station. The prompt is usual_prompt().
void show_walk(const Options& options, const TrainedModel& trained,
               const TextToLearn& text, Report& report);
// [snip:sections]

}  // namespace nn
