/// \file
/// \brief Chapter 9, the program.
#include "sections.hpp"
#include "talk.hpp"
#include "transformer_checkpoint.hpp"

namespace {

// [snip:run]
nn::TransformerOptions transformer;
nn::TalkOptions talk;

void show_parts(const nn::Options& options, nn::Report& report) {
    nn::show_normalise(options, report);
    nn::show_block(options, report);
    nn::show_model_check(options, report);
}

void look_inside(const nn::TransformerStudy& study, const nn::Options& options,
                 nn::Report& report) {
    const nn::TransformerText& text = study.text;
    const nn::TrainedModel trained{study.model, study.parameters, *text.codec};
    nn::show_head_maps(trained, text.held_out, nn::first_unseen_line(text), report);
    nn::show_word_layers(trained, report);
    nn::show_induction(options, report);
    nn::show_stream(trained, text.held_out, report);
}

void run(const nn::Options& options, nn::Report& report) {
    if (!talk.load.empty()) return nn::run_talk(options, talk, report);
    const nn::TransformerText text = nn::transformer_text(options, transformer);
    nn::require_transformer(options, transformer, text);
    show_parts(options, report);
    nn::show_tokens(options, text, report);
    const nn::TransformerStudy study =
        nn::learn_transformer(options, transformer, text);
    nn::show_training(options, study, report);
    nn::show_transformer_samples(study, report);
    nn::show_cache(options, study.model, study.parameters, text.train.back(),
                   report);
    look_inside(study, options, report);
    const nn::TextToLearn to_learn{text.codec->size(), text.train, text.held_out};
    nn::show_ablations(options, to_learn, report);
    nn::show_translation(options, report);
    nn::show_scaling(options, to_learn, report);
    nn::show_walk(options, {study.model, study.parameters, *text.codec}, to_learn,
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
             nn::add_talk_options(app, talk);
         }});
}
// [snip:main]
