/// \file
/// \brief A transformer that learns a text, and its history.
#pragma once

#include <string>
#include <vector>

#include "nn/io/program.hpp"
#include "token_sampling.hpp"
#include "transformer_options.hpp"
#include "transformer_reading.hpp"
#include "transformer_text.hpp"

namespace nn {

/// \brief How well the model foretold after some of its steps.
// [snip:transformer-point]
struct TransformerPoint {
    std::size_t step;
    double learning;  ///< nats a token, mean since the point before; 0 at first
    double held_out;  ///< nats a token
    double seconds;   ///< of training so far, in this run
};
// [snip:transformer-point]

/// \brief A model and its history.
// [snip:transformer-study]
struct TransformerStudy {
    TransformerPreset preset;
    TransformerText text;
    Transformer<float> model;
    std::vector<float> parameters{};
    std::vector<TransformerPoint> curve{};
    std::string before{};         ///< a sample without any training
    double seconds = 0.0;         ///< of training alone
    double held_out = 0.0;        ///< nats a token, all of it, contexts half full
    std::size_t activations = 0;  ///< bytes that the passes hold
};
// [snip:transformer-study]

// [snip:learn-transformer-declared]
/// \brief What the options say of a preset's training.
TransformerTraining training_asked(const Options& options,
                                   const TransformerPreset& preset, double dropout);

/// \brief Trains the model, after require_transformer(). Throws InputError if the
/// loss is not finite or has run away, Interrupted after Ctrl-C: what --save names
/// then holds the training.
TransformerStudy learn_transformer(const Options& options,
                                   const TransformerOptions& transformer,
                                   const TransformerText& text);

/// \brief How the model goes on, for `count` tokens, where the text to learn from
/// ends: for most a new line.
std::string transformer_sample(const TransformerStudy& study, std::size_t count,
                               const SamplingSettings& settings);
// [snip:learn-transformer-declared]

}  // namespace nn
