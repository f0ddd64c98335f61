/// \file
/// \brief What is asked of the character model, checked before any work begins.
#pragma once

#include "character_options.hpp"
#include "character_study.hpp"
#include "nn/io/program.hpp"

namespace nn {

/// \brief Throws InputError for all that would stop the training later on: a prompt
/// with a character that the text lacks, a model too large for the memory, a file
/// that cannot be written, and a state that cannot be resumed or leaves nothing to
/// do.
// [snip:require-trainable-declared]
void require_trainable(const Options& options, const CharacterOptions& character,
                       const CharacterText& text);
// [snip:require-trainable-declared]

}  // namespace nn
