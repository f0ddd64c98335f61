/// \file
/// \brief Chapter 9, the program.
#include "sections.hpp"
#include "transformer_checkpoint.hpp"

namespace {

// [snip:run]
nn::TransformerOptions transformer;

void run(const nn::Options& options, nn::Report& report) {
    const nn::TransformerText text = nn::transformer_text(options, transformer);
    nn::require_transformer(options, transformer, text);
    nn::show_normalise(options, report);
    nn::show_block(options, report);
    nn::show_model_check(options, report);
    nn::show_tokens(options, text, report);
    const nn::TransformerStudy study =
        nn::learn_transformer(options, transformer, text);
    nn::show_training(options, study, report);
    nn::show_transformer_samples(study, report);
    nn::show_translation(options, report);
    nn::show_scaling(options, {text.codec->size(), text.train, text.held_out},
                     report);
}
// [snip:run]

}  // namespace

// [snip:main]
int main(int argc, char** argv) {
    return nn::run_program(
        argc, argv,
        {.name = "ch09_transformer",
         .summary = "Chapter 9: the transformer, trained and talking",
         .run = run,
         .add_options = [](CLI::App& app) {
             nn::add_transformer_options(app, transformer);
         }});
}
// [snip:main]
