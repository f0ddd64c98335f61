#include "transformer_options.hpp"

#include <algorithm>

#include "nn/io/file_option.hpp"
#include "nn/io/number_option.hpp"

namespace nn {

namespace {

// [snip:named-choice]
/// \brief A check that a text is one of the names; CLI11 then wants its number.
template <class Names>
CLI::Validator one_of(const std::string& what, const Names& names) {
    return CLI::Validator(
        [what, names](std::string& text) -> std::string {
            std::string all;
            for (std::size_t i = 0; i < names.size(); ++i) {
                if (text == names[i]) {
                    text = std::to_string(i);
                    return {};
                }
                all += (i == 0                 ? ""
                        : i + 1 < names.size() ? ", "
                                               : " or ") +
                       std::string(names[i]);
            }
            return what + " must be " + all + ", not '" + text + "'";
        },
        "");
}
// [snip:named-choice]

// [snip:preset-names]
std::array<std::string_view, transformer_presets.size()> preset_names() {
    std::array<std::string_view, transformer_presets.size()> names;
    for (std::size_t i = 0; i < names.size(); ++i)
        names[i] = transformer_presets[i].name;
    return names;
}
// [snip:preset-names]

// [snip:add-token-options]
void add_token_options(CLI::App& app, TransformerOptions& options) {
    app.add_option("--tokenizer", options.byte_pairs,
                   "what a token is: characters, or bpe for joined bytes (default: "
                   "characters)")
        ->type_name("KIND")
        ->transform(one_of("the tokenizer",
                           std::array<std::string_view, 2>{"characters", "bpe"}));
    app.add_option("--vocabulary", options.vocabulary, "tokens of --tokenizer bpe")
        ->transform(whole_number("the vocabulary", 256, 65'536))
        ->capture_default_str();
    app.add_option("--split", options.split,
                   "learn from this share of the text, its front, and judge by the "
                   "rest (default: 80 % of the lines, drawn by chance)")
        ->transform(real_number("the split", 0.01, 0.99));
}
// [snip:add-token-options]

// [snip:add-training-options]
void add_training_options(CLI::App& app, TransformerOptions& options) {
    app.add_option("--preset", options.preset,
                   "the model and its training: tiny, small or baby-gpt (default: "
                   "small)")
        ->type_name("NAME")
        ->transform(one_of("the preset", preset_names()));
    app.add_option("--steps", options.steps,
                   "of the training, those before --resume included; a tenth of it "
                   "with --quick (default: the preset's)")
        ->transform(whole_number("the number of steps", 1, 100'000'000));
    app.add_option("--learning-rate", options.learning_rate,
                   "the highest; it ends at a tenth of it (default: the preset's)")
        ->transform(real_number("the learning rate", 1e-9, 1e30));
    app.add_option("--dropout", options.dropout,
                   "share of the numbers left out by chance while learning")
        ->transform(real_number("the dropout", 0, 0.9))
        ->capture_default_str();
}
// [snip:add-training-options]

// [snip:add-state-options]
void add_state_options(CLI::App& app, TransformerOptions& options) {
    add_name_option(
        app, "--save", options.save,
        "keep the state of the training in this file, .safetensors, "
        "every 100 steps, at Ctrl-C and at the end (default: not kept)");
    add_name_option(app, "--resume", options.resume,
                    "go on from a state that --save kept, asked for the same "
                    "(default: begin)");
}
// [snip:add-state-options]

}  // namespace

// [snip:add-transformer-options]
void add_transformer_options(CLI::App& app, TransformerOptions& options) {
    add_training_options(app, options);
    add_token_options(app, options);
    add_state_options(app, options);
}
// [snip:add-transformer-options]

// [snip:preset-asked]
TransformerPreset preset_asked(const Options& options,
                               const TransformerOptions& transformer) {
    TransformerPreset preset = transformer_presets[transformer.preset];
    if (transformer.steps > 0) preset.steps = transformer.steps;
    if (transformer.learning_rate > 0) {
        preset.highest = transformer.learning_rate;
        preset.lowest = transformer.learning_rate / 10;
    }
    if (options.quick) preset.steps = std::max<std::size_t>(preset.steps / 10, 1);
    preset.warm_up = std::min(preset.warm_up, preset.steps / 10);
    return preset;
}
// [snip:preset-asked]

}  // namespace nn
