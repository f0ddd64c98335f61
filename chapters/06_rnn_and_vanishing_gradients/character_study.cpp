#include "character_study.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "character_checkpoint.hpp"
#include "character_reading.hpp"
#include "nn/io/error.hpp"
#include "nn/io/progress.hpp"
#include "nn/io/stopwatch.hpp"
#include "nn/split.hpp"

namespace nn {

namespace {

// [snip:joined-lines]
std::string joined(const std::vector<std::string>& lines,
                   std::vector<std::size_t> chosen, std::size_t most) {
    std::sort(chosen.begin(), chosen.end());
    std::string text;
    for (const std::size_t line : chosen)
        if (text.size() < most) text += lines[line] + '\n';
    return text;
}
// [snip:joined-lines]

// [snip:training-of]
CharacterTraining training_of(const Options& options,
                              const CharacterOptions& character) {
    CharacterTraining training;
    training.learning_rate = character.learning_rate;
    training.threads = options.threads;
    return training;
}
// [snip:training-of]

// [snip:require-known]
/// \brief Throws InputError for a prompt with a character that the text lacks.
void require_known(const std::string& prompt, const CharacterText& text) {
    try {
        text.alphabet.encode(prompt);
    } catch (const std::invalid_argument& unknown) {
        throw InputError("--prompt: " + std::string(unknown.what()));
    }
}
// [snip:require-known]

// [snip:take-sample]
void take_sample(const std::string& when, CharacterStudy& study) {
    study.samples.push_back({when, sample_text(study, 130, 1.0)});
}
// [snip:take-sample]

// [snip:refuse-diverged]
constexpr std::size_t steps_between_saves = 100;

[[noreturn]] void refuse_diverged(std::size_t step, double learning_rate) {
    throw InputError("training: the loss is no longer a number at step " +
                     std::to_string(step) + " with a learning rate of " +
                     std::to_string(learning_rate) +
                     "; a rate a tenth as large may help: --learning-rate " +
                     std::to_string(learning_rate / 10));
}
// [snip:refuse-diverged]

}  // namespace

// [snip:character-text-read]
CharacterText character_text(const Options& options) {
    constexpr std::size_t judged = 60'000, all = std::size_t(-1);
    const Corpus corpus = read_corpus(options);
    Rng rng(options.seed);
    const Split split = split_80_10_10(corpus.lines.size(), rng);
    const std::string train = joined(corpus.lines, split.train, all);
    const std::string held_out = joined(corpus.lines, split.test, judged);
    Alphabet alphabet(train + held_out);
    CharacterText text{corpus.name, alphabet, alphabet.encode(train),
                       alphabet.encode(held_out)};
    const CharacterTraining training;
    const std::size_t least = training.sequences * training.steps + 1;
    if (text.train.size() < least || text.held_out.size() < least ||
        alphabet.size() < 2)
        throw InputError(corpus.name + ": " + std::to_string(text.train.size()) +
                         " characters to learn from and " +
                         std::to_string(text.held_out.size()) +
                         " to judge by; both must be at least " +
                         std::to_string(least) +
                         ", of two kinds: give a longer text");
    return text;
}
// [snip:character-text-read]

// [snip:steps-to-look-at]
namespace {

/// \brief Where the curve has a point: at 1/32, 1/16 … of all steps, and at the
/// end.
bool is_look(std::size_t step, std::size_t steps) {
    for (std::size_t part = 32; part > 0; part /= 2)
        if (step == steps / part) return true;
    return false;
}
// [snip:steps-to-look-at]

// [snip:train-and-look]
/// \brief Trains to the step asked for; looks at the held-out text now and then.
void train_and_look(CharacterTrainer& trainer, std::size_t steps,
                    const Options& options, const CharacterOptions& character,
                    const Metadata& asked, CharacterStudy& study) {
    const auto look = [&](double learning) {
        study.curve.push_back(
            {trainer.steps_done() * trainer.symbols_a_step(), learning,
             bits_of_text(study.model, study.text.held_out, options.threads)});
    };
    look(0.0);
    Progress bar("Reading characters", "steps", steps);
    double nats = 0.0;
    std::size_t since = 0;
    while (trainer.steps_done() < steps) {
        study.seconds += seconds_of([&] { nats += trainer.step(), ++since; });
        if (!std::isfinite(nats))
            refuse_diverged(trainer.steps_done(), character.learning_rate);
        bar.step();
        const bool is_last = trainer.steps_done() == steps;
        if (is_last || trainer.steps_done() % steps_between_saves == 0)
            save_training(character.save, asked, study.model, trainer);
        if (!is_look(trainer.steps_done(), steps)) continue;
        look(nats / static_cast<double>(since) / std::numbers::ln2);
        nats = 0.0, since = 0;
        if (trainer.steps_done() == steps / 2) take_sample("half-way", study);
    }
}
// [snip:train-and-look]

}  // namespace

// [snip:learn-characters]
CharacterStudy learn_characters(const Options& options,
                                const CharacterOptions& character,
                                CharacterText text) {
    require_known(character.prompt, text);
    Rng rng(options.seed);
    CharacterModel model(
        {character.cell, text.alphabet.size(), character.hidden, character.layers},
        rng);
    CharacterStudy study{
        std::move(text), std::move(model), {}, {}, character.prompt};
    CharacterTrainer trainer(study.model, study.text.train,
                             training_of(options, character));
    const double epochs = character.epochs * (options.quick ? 0.2 : 1.0);
    const auto steps = static_cast<std::size_t>(
        std::ceil(epochs * static_cast<double>(trainer.steps_an_epoch())));
    const Metadata asked = asked_of(options, character, study.text);
    resume_training(character.resume, asked, study.model, trainer);
    take_sample("before", study);
    train_and_look(trainer, steps, options, character, asked, study);
    return study;
}
// [snip:learn-characters]

// [snip:sample-text]
std::string sample_text(const CharacterStudy& study, std::size_t count,
                        double temperature) {
    Rng rng(1);
    const Alphabet& alphabet = study.text.alphabet;
    const std::string beginning = study.prompt.empty() ? "\n" : study.prompt;
    return study.prompt +
           alphabet.decode(go_on(study.model, alphabet.encode(beginning), count,
                                 temperature, rng));
}
// [snip:sample-text]

}  // namespace nn
