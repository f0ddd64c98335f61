/// \file
/// \brief Chapter 6, the program.
#include "character_checks.hpp"
#include "character_sections.hpp"
#include "sections.hpp"

namespace {

// [snip:run]
nn::CharacterOptions character;

void run_experiments(const nn::Options& options, nn::Report& report) {
    nn::show_three_characters(report);
    nn::show_gradient_check(options, report);
    nn::show_truncated(options, report);
    nn::show_exploding(options, report);
    nn::show_distance(options, report);
    nn::show_bound(options, report);
    nn::show_fading(options, report);
    nn::show_precision(options, report);
    nn::show_beginnings(options, report);
    nn::show_forgetting(options, report);
    nn::show_recall(options, report);
    nn::show_adding(options, report);
    nn::show_two_contexts(options, report);
}

void read_text(const nn::Options& options, const nn::CharacterText& text,
               nn::Report& report) {
    const auto counted = nn::show_counting(text, report);
    const nn::CharacterStudy study = nn::learn_characters(options, character, text);
    nn::show_learning(study, counted, report);
    nn::show_samples(study, report);
    nn::show_readable_cell(study, report);
    nn::show_threads(options, study, report);
    nn::show_empty_states(options, text, report);
}

void run(const nn::Options& options, nn::Report& report) {
    const nn::CharacterText text = nn::character_text(options);
    nn::require_trainable(options, character, text);
    run_experiments(options, report);
    read_text(options, text, report);
}
// [snip:run]

}  // namespace

// [snip:main]
int main(int argc, char** argv) {
    return nn::run_program(
        argc, argv,
        {.name = "ch06_rnn_and_vanishing_gradients",
         .summary = "Chapter 6: a network that remembers, and forgets",
         .run = run,
         .add_options = [](CLI::App& app) {
             nn::add_character_options(app, character);
         }});
}
// [snip:main]
