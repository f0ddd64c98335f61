#include "masked_word_study.hpp"

#include <utility>

#include "nn/io/progress.hpp"

namespace nn {

// [snip:learned-model]
GapModel learned_model(const Options& options, const VerseText& text,
                       const arma::fmat& vectors, const Rung& rung) {
    GapTraining training;
    training.threads = options.threads;
    if (options.quick) training.steps /= 10;
    Rng beginning(options.seed), hiding(options.seed + 1);
    GapModel model({.kind = rung.kind}, text.answers, vectors, beginning);
    Progress bar("Hidden words", "steps", training.steps);
    learn_gaps(model, text.train, training, hiding, [&](double) { bar.step(); });
    return model;
}
// [snip:learned-model]

// [snip:learn-masked-words]
MaskedWordStudy learn_masked_words(const Options& options, VerseText text) {
    const std::size_t asked_a_line = options.quick ? 1 : 3;
    MaskedWordStudy study{std::move(text), {}, {}, {}};
    study.vectors = vectors_of(study.text, options);
    for (const Rung& rung : rungs)
        study.models.push_back(
            learned_model(options, study.text, study.vectors, rung));
    Rng rng(options.seed + 2);
    study.asked =
        gaps_of(study.text.held_out, study.text.answers, asked_a_line, rng);
    return study;
}
// [snip:learn-masked-words]

// [snip:word-or-question-mark]
std::string word_text(const VerseText& text, Token word) {
    return word == unknown_word ? "?" : text.vocabulary.word(word);
}
// [snip:word-or-question-mark]

}  // namespace nn
