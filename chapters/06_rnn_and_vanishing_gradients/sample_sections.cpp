#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

#include "character_sections.hpp"
#include "nn/character_reading.hpp"
#include "nn/io/shown.hpp"
#include "nn/parallel.hpp"
#include "readable_cell.hpp"

namespace nn {

// [snip:show-samples]
void show_samples(const CharacterStudy& study, Report& report) {
    report.section("samples", "What it writes");
    for (const CharacterSample& sample : study.samples) {
        report.print("%s\n", sample.when.c_str());
        print_wrapped(sample.text, report);
    }
    for (const double temperature : {0.5, 1.0, 1.5}) {
        report.print("after, at temperature %.1f\n", temperature);
        print_wrapped(sample_text(study, 190, temperature), report);
    }
}
// [snip:show-samples]

namespace {

// [snip:print-traced]
/// \brief Lines of the text with a digit under each character: the state, 0 to 9.
void print_traced(std::span<const Token> text, const arma::frowvec& state,
                  const Alphabet& alphabet, Report& report) {
    constexpr std::size_t width = 64;
    const float low = state.min(), range = state.max() - low;
    for (std::size_t at = 0; at < text.size(); at += width) {
        std::string above, below;
        for (std::size_t i = at; i < std::min(at + width, text.size()); ++i) {
            const std::string character = alphabet.decode(text.subspan(i, 1));
            above += character == "\n" ? "/" : character;
            below += char('0' + std::min(9, int(10 * (state[i] - low) / range)));
        }
        report.print("  %s\n  %s\n", above.c_str(), below.c_str());
    }
}
// [snip:print-traced]

// [snip:characters-of]
std::vector<char32_t> characters_of(std::span<const Token> text,
                                    const Alphabet& alphabet) {
    std::vector<char32_t> characters;
    for (const Token symbol : text)
        characters.push_back(alphabet.character(symbol));
    return characters;
}
// [snip:characters-of]

}  // namespace

// [snip:show-readable-cell]
void show_readable_cell(const CharacterStudy& study, Report& report) {
    report.section("readable-cell", "A number of the state that we can read");
    const std::span<const Token> held_out = study.text.held_out;
    const std::size_t half = std::min<std::size_t>(held_out.size() / 2, 8000);
    const auto chosen_by = held_out.first(half),
               judged_by = held_out.subspan(half, half);
    const auto clocks =
        reading_clocks(characters_of(chosen_by, study.text.alphabet));
    const ReadableUnit best =
        most_readable(states_along(study.model, chosen_by), clocks);
    const auto other =
        reading_clocks(characters_of(judged_by, study.text.alphabet));
    const arma::fmat states = states_along(study.model, judged_by);
    const double again = correlation_with(states, best.unit, other[best.clock]);
    report.print(
        "unit %s follows: %s\n",
        report.value("readable-unit", "%zu", best.unit).c_str(),
        report.value("readable-clock", "%s", clocks[best.clock].name.c_str())
            .c_str());
    report.print("correlation where it was chosen %.3f, on other text %s\n\n",
                 best.correlation,
                 report.value("readable-again", "%.2f", again).c_str());
    constexpr std::size_t shown = 3 * 64;
    print_traced(judged_by.first(shown), states.row(best.unit).head(shown),
                 study.text.alphabet, report);
}
// [snip:show-readable-cell]

// [snip:show-threads]
void show_threads(const Options& options, const CharacterStudy& study,
                  Report& report) {
    report.section("threads", "The same bytes at any number of threads");
    const auto trained = [&](unsigned threads) {
        Rng rng(options.seed);
        CharacterModel model(study.model.shape(), rng);
        CharacterTraining training;
        training.threads = threads;
        CharacterTrainer trainer(model, study.text.train, training);
        for (int step = 0; step < 3; ++step) trainer.step();
        return std::vector<float>(model.parameters().begin(),
                                  model.parameters().end());
    };
    const std::vector<float> one = trained(1);
    double differences = 0.0;
    for (const unsigned threads : {2u, 3u}) differences += trained(threads) != one;
    report.claim(
        {.id = "same-bytes",
         .statement = "Same seed, same model, whatever the number of threads.",
         .quantity = "trainings with 2 and 3 threads that differ",
         .high = 0.0},
        differences);
}
// [snip:show-threads]

// [snip:show-empty-states]
void show_empty_states(const Options& options, const CharacterText& text,
                       Report& report) {
    report.section("empty-states", "A state that was never empty");
    const std::size_t never = text.train.size();  // more chunks than there are
    const std::vector<std::size_t> chunks{CharacterTraining{}.chunks, never};
    std::vector<double> learning(2), held_out(2);
    for_each_shard(2, options.threads, [&](std::size_t i) {
        Rng rng(options.seed);
        CharacterModel model({CellKind::gru, text.alphabet.size(), 64, 1}, rng);
        CharacterTraining training;
        training.chunks = chunks[i];
        CharacterTrainer trainer(model, text.train, training);
        const int steps = options.quick ? 100 : 400;
        for (int step = 0; step < steps; ++step) learning[i] = trainer.step();
        held_out[i] = bits_of_text(model, text.held_out, 1);
    });
    const auto line = [&](const char* name, std::size_t i) {
        report.print("%-28s %8.3f %8s\n", name, learning[i] / std::numbers::ln2,
                     report.value("empty-" + std::to_string(i), "%.3f", held_out[i])
                         .c_str());
    };
    report.print("bits a character             learning held out\n");
    line("emptied every 16 chunks", 0);
    line("never emptied", 1);
}
// [snip:show-empty-states]

}  // namespace nn
