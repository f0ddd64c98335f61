#include "character_study.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "character_checkpoint.hpp"
#include "nn/character_reading.hpp"
#include "nn/io/error.hpp"
#include "nn/io/progress.hpp"
#include "nn/io/split_text.hpp"
#include "nn/io/stopwatch.hpp"
#include "nn/io/training_state.hpp"

namespace nn {

namespace {

// [snip:training-of]
CharacterTraining training_of(const Options& options,
                              const CharacterOptions& character) {
    CharacterTraining training;
    training.learning_rate = character.learning_rate;
    training.threads = options.threads;
    return training;
}
// [snip:training-of]

// [snip:take-sample]
void take_sample(const std::string& when, CharacterStudy& study) {
    study.samples.push_back({when, sample_text(study, 130, 1.0)});
}
// [snip:take-sample]

// [snip:require-long-enough]
/// \brief Refuses a text that does not fill a step of training; a part that large
/// is asked for to judge by, too.
void require_long_enough(const std::string& name, const std::string& train,
                         const std::string& held_out) {
    const auto characters = [](const std::string& text) {
        return std::count_if(text.begin(), text.end(),
                             [](char c) { return (c & 0xC0) != 0x80; });
    };
    const CharacterTraining training;
    const auto least = std::ptrdiff_t(training.sequences * training.steps + 1);
    const auto learn = characters(train), judge = characters(held_out);
    if (learn >= least && judge >= least) return;
    throw InputError(name + ": " + std::to_string(learn) +
                     " characters to learn from and " + std::to_string(judge) +
                     " to judge by; both must be at least " +
                     std::to_string(least) +
                     ", which takes some 20000 in many lines: give a longer text");
}
// [snip:require-long-enough]

}  // namespace

// [snip:character-text-read]
CharacterText character_text(const Options& options) {
    constexpr std::size_t judged = 60'000;
    const SplitText text = split_text(options, judged);
    require_long_enough(text.name, text.train, text.held_out);
    const Alphabet alphabet = alphabet_of(text.name, text.train + text.held_out);
    return {text.name, alphabet, alphabet.encode(text.train),
            alphabet.encode(text.held_out)};
}
// [snip:character-text-read]

// [snip:steps-asked]
std::size_t steps_asked(const Options& options, const CharacterOptions& character,
                        const CharacterText& text) {
    const double epochs = character.epochs * (options.quick ? 0.1 : 1.0);
    const std::size_t epoch =
        steps_of_epoch(text.train.size(), training_of(options, character));
    return static_cast<std::size_t>(std::ceil(epochs * static_cast<double>(epoch)));
}
// [snip:steps-asked]

namespace {

// [snip:train-and-look]
/// \brief Trains to the step asked for; looks at the held-out text now and then.
/// What is kept in the file has been judged by a part of it.
void train_and_look(CharacterTrainer& trainer, std::size_t steps,
                    const Options& options, const CharacterOptions& character,
                    const Metadata& asked, CharacterStudy& study) {
    const std::span<const Token> held_out = study.text.held_out;
    const auto sensible = [&](double bits) {
        require_sensible(bits, trainer.steps_done(), study.text.alphabet.size(),
                         character.learning_rate, CharacterOptions{}.learning_rate);
        return bits;
    };
    const auto judged = [&](std::span<const Token> text) {
        return sensible(bits_of_text(study.model, text, options.threads));
    };
    const auto look = [&](double learning) {
        study.curve.push_back({trainer.steps_done() * trainer.symbols_a_step(),
                               learning, judged(held_out)});
    };
    look(0.0);
    Progress bar("Reading characters", "steps", steps - trainer.steps_done());
    double bits = 0.0, nats = 0.0;
    for (std::size_t since = 1; trainer.steps_done() < steps; ++since) {
        study.seconds += seconds_of([&] { nats = trainer.step(); });
        bits += sensible(nats / std::numbers::ln2);
        bar.step();
        const std::size_t done = trainer.steps_done();
        if (done == steps || done % steps_between_saves == 0) {
            judged(held_out.first(1600));
            save_training(character.save, asked, study.model, trainer);
        }
        if (!is_look(done, steps)) continue;
        look(bits / static_cast<double>(since));
        bits = 0.0, since = 0;
        if (done == steps / 2) take_sample("half-way", study);
    }
}
// [snip:train-and-look]

}  // namespace

// [snip:learn-characters]
CharacterStudy learn_characters(const Options& options,
                                const CharacterOptions& character,
                                CharacterText text) {
    Rng rng(options.seed);
    CharacterModel model(
        {character.cell, text.alphabet.size(), character.hidden, character.layers},
        rng);
    CharacterStudy study{
        std::move(text), std::move(model), {}, {}, character.prompt};
    CharacterTrainer trainer(study.model, study.text.train,
                             training_of(options, character));
    const std::size_t steps = steps_asked(options, character, study.text);
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
