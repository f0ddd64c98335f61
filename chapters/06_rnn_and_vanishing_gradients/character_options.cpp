#include "character_options.hpp"

#include <map>

#include "nn/io/file_option.hpp"

namespace nn {

// [snip:add-character-options]
void add_character_options(CLI::App& app, CharacterOptions& options) {
    const std::map<std::string, CellKind> cells{{"elman", CellKind::elman},
                                                {"gru", CellKind::gru},
                                                {"lstm", CellKind::lstm}};
    app.add_option("--cell", options.cell,
                   "the character model's cell: elman, gru or lstm (default: lstm)")
        ->transform(
            CLI::CheckedTransformer(cells, CLI::ignore_case).description(""));
    app.add_option("--hidden", options.hidden, "units of a layer")
        ->check(CLI::Range(1, 4096))
        ->capture_default_str();
    app.add_option("--layers", options.layers, "layers on top of each other")
        ->check(CLI::Range(1, 16))
        ->capture_default_str();
    app.add_option("--epochs", options.epochs, "times that the text is read")
        ->check(CLI::Range(0.0, 1e6))
        ->capture_default_str();
    app.add_option("--learning-rate", options.learning_rate, "Adam's")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    app.add_option("--prompt", options.prompt,
                   "what the samples begin with (default: a new line)");
    add_name_option(app, "--save", options.save,
                    "keep the state of the training in this file, .safetensors "
                    "(default: not kept)");
    add_name_option(app, "--resume", options.resume,
                    "go on from a state that --save kept (default: begin)");
}
// [snip:add-character-options]

}  // namespace nn
