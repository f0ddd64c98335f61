/// \file
/// \brief What chapter 9's transformer may be asked for on the command line.
#pragma once

#include <CLI/CLI.hpp>
#include <cstddef>
#include <string>

#include "nn/io/program.hpp"
#include "transformer_presets.hpp"

namespace nn {

/// \brief The options of chapter 9 beyond those of every chapter.
// [snip:transformer-options]
struct TransformerOptions {
    std::size_t preset = usual_preset;  ///< its number in transformer_presets
    bool byte_pairs = false;            ///< tokens are joined bytes, not characters
    std::size_t vocabulary = 1000;      ///< of joined bytes
    double split = 0.0;     ///< the front of the text to learn from; 0: chapter 1's
    std::size_t steps = 0;  ///< 0: the preset's
    double learning_rate = 0.0;  ///< the highest; 0: the preset's
    double dropout = 0.0;
    std::string save{};    ///< the file for the state of the training; empty: none
    std::string resume{};  ///< a state to go on from; empty: begin
};

/// \brief Adds them to a program's.
void add_transformer_options(CLI::App& app, TransformerOptions& options);
// [snip:transformer-options]

/// \brief The preset, with what was asked for in the place of its own numbers; a
/// tenth of the steps if the run is to be quick.
// [snip:preset-asked-declared]
TransformerPreset preset_asked(const Options& options,
                               const TransformerOptions& transformer);
// [snip:preset-asked-declared]

}  // namespace nn
