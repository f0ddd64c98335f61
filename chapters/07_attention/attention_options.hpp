/// \file
/// \brief What chapter 7's program may be asked for on the command line.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace nn {

/// \brief The options of chapter 7 beyond those of every chapter.
// [snip:attention-options]
struct AttentionOptions {
    /// the sentence for the table of weights; empty: a line of the text, after
    /// everything else
    std::string sentence;
};

/// \brief Adds them to a program's.
void add_attention_options(CLI::App& app, AttentionOptions& options);
// [snip:attention-options]

}  // namespace nn
