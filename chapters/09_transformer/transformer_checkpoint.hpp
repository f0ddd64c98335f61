/// \file
/// \brief The training of a transformer, kept in a file and taken up again.
#pragma once

#include <span>
#include <string>

#include "nn/io/checkpoint.hpp"
#include "transformer_options.hpp"
#include "transformer_text.hpp"
#include "transformer_trainer.hpp"

namespace nn {

/// \brief All that the training was asked for.
// [snip:transformer-checkpoint]
Metadata asked_of_transformer(const Options& options,
                              const TransformerOptions& transformer,
                              const TransformerText& text);

/// \brief A training as a file sees it: a model under GPT-2's names, which
/// load_gpt2() reads too, and what else the training needs.
struct TransformerCheckpoint {
    Metadata asked;
    const Transformer<float>& model;
    const TokenCodec& codec;
    std::span<float> parameters;
    TransformerTrainer& trainer;

    /// \brief Writes the state of the training, and the files of byte pairs beside
    /// it; nothing if the path is empty.
    void save(const std::string& path) const;

    /// \brief Takes up the training that the file holds; nothing if the path is
    /// empty. Throws InputError as load_checkpoint() does, and if the file's
    /// training was asked for something else.
    void resume(const std::string& path) const;
};
// [snip:transformer-checkpoint]

/// \brief Throws InputError for all that would stop the training later on: a file
/// that cannot be written, and a state that cannot be resumed or is at its end.
// [snip:require-transformer-declared]
void require_transformer(const Options& options,
                         const TransformerOptions& transformer,
                         const TransformerText& text);
// [snip:require-transformer-declared]

}  // namespace nn
