/// \file
/// \brief The training of characters, kept in a file and taken up again.
#pragma once

#include <string>

#include "character_options.hpp"
#include "character_study.hpp"
#include "nn/io/checkpoint.hpp"
#include "nn/io/program.hpp"

namespace nn {

/// \brief All that the training was asked for, but for its length.
// [snip:character-checkpoint]
Metadata asked_of(const Options& options, const CharacterOptions& character,
                  const CharacterText& text);

/// \brief Writes the state of the training; nothing if the path is empty.
void save_training(const std::string& path, const Metadata& asked,
                   const CharacterModel& model, const CharacterTrainer& trainer);

/// \brief The state that save_training() kept.
///
/// Throws InputError as load_checkpoint() does, and if the file's training was
/// asked for something else.
Checkpoint load_training(const std::string& path, const Metadata& asked);

/// \brief Takes up the training that the file holds; nothing if the path is empty.
/// Throws InputError as load_training() does.
void resume_training(const std::string& path, const Metadata& asked,
                     CharacterModel& model, CharacterTrainer& trainer);
// [snip:character-checkpoint]

}  // namespace nn
