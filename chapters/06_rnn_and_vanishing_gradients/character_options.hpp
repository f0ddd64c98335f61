/// \file
/// \brief What chapter 6's character model may be asked for on the command line.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "nn/character_model.hpp"
#include "nn/character_trainer.hpp"

namespace nn {

/// \brief The options of chapter 6 beyond those of every chapter.
// [snip:character-options]
struct CharacterOptions {
    CellKind cell = CellKind::lstm;
    std::size_t hidden = 128, layers = 1;
    double epochs = 0.35;  ///< times that the text is read
    double learning_rate = 0.01;
    std::string prompt;  ///< what the samples begin with; empty: a new line
    std::string save;    ///< the file for the state of the training; empty: none
    std::string resume;  ///< a state to go on from; empty: begin
};

/// \brief Adds them to a program's.
void add_character_options(CLI::App& app, CharacterOptions& options);
// [snip:character-options]

}  // namespace nn
