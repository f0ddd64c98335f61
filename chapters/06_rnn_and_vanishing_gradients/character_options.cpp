#include "character_options.hpp"

#include "nn/io/file_option.hpp"
#include "nn/io/number_option.hpp"

namespace nn {

namespace {

// [snip:cell-name]
/// \brief A check that a text is the name of a cell; CLI11 then wants its number.
CLI::Validator cell_name() {
    return CLI::Validator(
        [](std::string& text) -> std::string {
            for (const CellKind kind :
                 {CellKind::elman, CellKind::gru, CellKind::lstm})
                if (CLI::detail::to_lower(text) ==
                    CLI::detail::to_lower(name_of(kind))) {
                    text = std::to_string(static_cast<int>(kind));
                    return {};
                }
            return "the cell must be elman, gru or lstm, not '" + text + "'";
        },
        "");
}
// [snip:cell-name]

// [snip:add-file-options]
void add_file_options(CLI::App& app, CharacterOptions& options) {
    add_name_option(app, "--save", options.save,
                    "keep the state of the training in this file, .safetensors, "
                    "every 100 steps and at the end (default: not kept)");
    add_name_option(app, "--resume", options.resume,
                    "go on from a state that --save kept, asked for the same but "
                    "for --epochs, which must be more (default: begin)");
}
// [snip:add-file-options]

}  // namespace

// [snip:add-character-options]
void add_character_options(CLI::App& app, CharacterOptions& options) {
    app.add_option("--cell", options.cell,
                   "the character model's cell: elman, gru or lstm (default: lstm)")
        ->type_name("CELL")
        ->transform(cell_name());
    app.add_option("--hidden", options.hidden, "units of each of its layers")
        ->transform(whole_number("the number of units", 1, 4096))
        ->capture_default_str();
    app.add_option("--layers", options.layers,
                   "its layers, one on top of the other")
        ->transform(whole_number("the number of layers", 1, 16))
        ->capture_default_str();
    app.add_option("--epochs", options.epochs,
                   "times that it reads the text, those before --resume included; "
                   "a tenth of it with --quick")
        ->transform(real_number("the number of epochs", 0.001, 10'000))
        ->capture_default_str();
    app.add_option("--learning-rate", options.learning_rate,
                   "about how far a step of Adam moves each weight")
        ->transform(real_number("the learning rate", 1e-9, 1e30))
        ->capture_default_str();
    app.add_option("--prompt", options.prompt,
                   "what the samples begin with (default: a new line)");
    add_file_options(app, options);
}
// [snip:add-character-options]

}  // namespace nn
