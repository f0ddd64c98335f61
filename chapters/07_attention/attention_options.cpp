#include "attention_options.hpp"

namespace nn {

// [snip:add-attention-options]
void add_attention_options(CLI::App& app, AttentionOptions& options) {
    const auto problem = [](const std::string& sentence) {
        return sentence.empty() ? "the sentence is empty; type some words" : "";
    };
    app.add_option("--sentence", options.sentence,
                   "print nothing but the table of this sentence: token, current "
                   "token, weights (default: the whole chapter, and the table of a "
                   "line of the text)")
        ->type_name("TEXT")
        ->allow_extra_args(false)
        ->check(CLI::Validator(problem, ""));
}
// [snip:add-attention-options]

}  // namespace nn
