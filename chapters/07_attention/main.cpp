/// \file
/// \brief Chapter 7, the program.
#include "attention_options.hpp"
#include "masked_word_section.hpp"
#include "sections.hpp"

namespace {

// [snip:run]
nn::AttentionOptions attention;

void run_experiments(const nn::Options& options, nn::Report& report) {
    nn::show_look_up(report);
    nn::show_two_steps(report);
    nn::show_bottleneck(options, report);
    nn::show_scores(report);
    nn::show_scale(options, report);
    nn::show_masks(options, report);
    nn::show_heads(options, report);
    nn::show_attention_check(options, report);
    nn::show_equivariance(options, report);
    nn::show_leak(options, report);
    nn::show_tiles(options, report);
    nn::show_reversal(options, report);
    nn::show_blind(options, report);
    nn::show_dates(options, report);
}

void guess_hidden_words(const nn::Options& options, nn::VerseText text,
                        nn::Report& report) {
    const nn::MaskedWordStudy study =
        nn::learn_masked_words(options, std::move(text));
    nn::show_masked_word(options, study, report);
    nn::show_sentence(nn::sentence_of_text(study.text), study.text,
                      study.model(nn::ContextKind::both), report);
}
// [snip:run]

// [snip:run-sentence]
/// \brief The table of a sentence and nothing else; refused before any training.
void run_sentence(const nn::Options& options, nn::Report& report) {
    std::vector<std::string> words = nn::sentence_words(attention.sentence);
    const nn::VerseText text = nn::verse_text(options);
    const nn::Sentence sentence = nn::sentence_of(std::move(words), text);
    const nn::GapModel model = nn::learned_model(
        options, text, nn::vectors_of(text, options), nn::rungs.back());
    nn::show_sentence(sentence, text, model, report);
}

void run(const nn::Options& options, nn::Report& report) {
    if (!attention.sentence.empty()) return run_sentence(options, report);
    nn::VerseText text = nn::verse_text(options);
    run_experiments(options, report);
    guess_hidden_words(options, std::move(text), report);
}
// [snip:run-sentence]

}  // namespace

// [snip:main]
int main(int argc, char** argv) {
    return nn::run_program(argc, argv,
                           {.name = "ch07_attention",
                            .summary = "Chapter 7: every word looks at every other",
                            .run = run,
                            .add_options = [](CLI::App& app) {
                                nn::add_attention_options(app, attention);
                            }});
}
// [snip:main]
