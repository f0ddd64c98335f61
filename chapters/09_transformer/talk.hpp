/// \file
/// \brief A model from a file goes on with what a person writes.
#pragma once

#include <CLI/CLI.hpp>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "gpt2_file.hpp"
#include "nn/io/program.hpp"
#include "nn/io/report.hpp"
#include "token_sampling.hpp"

namespace nn {

/// \brief What a model is asked for when it talks.
// [snip:talk-options]
struct TalkOptions {
    std::string load;                   ///< its file; empty: no talk
    std::optional<std::string> prompt;  ///< what to go on with; none: ask
    std::size_t length = 200;           ///< tokens to draw
    SamplingSettings sampling{.temperature = 0.8, .top_k = 0, .nucleus = 0.95};
};

/// \brief Adds --load, --prompt, --length, --temperature, --top-k and --nucleus.
void add_talk_options(CLI::App& app, TalkOptions& options);
// [snip:talk-options]

/// \brief Goes on with a text: calls `say` with the characters of the prompt and of
/// each token, as soon as they are whole.
///
/// It ends after `length` tokens, or at <|endoftext|> if there is such a token.
/// Throws InputError for a prompt that is empty, is not UTF-8 or has characters
/// that the model does not know, and for weights that give no numbers; Interrupted
/// after Ctrl-C.
// [snip:talk-declared]
void go_on(const StoredModel& stored, const std::string& prompt,
           const TalkOptions& options, Rng& rng,
           const std::function<void(const std::string& text)>& say);

/// \brief Loads the model and prints how the prompt goes on; without a prompt it
/// asks for one, again and again, if a person may type.
///
/// Throws InputError as load_gpt2() and go_on(), and if there is nobody to ask.
void run_talk(const Options& options, const TalkOptions& talk, Report& report);
// [snip:talk-declared]

}  // namespace nn
