#include "character_sections.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

#include "character_reading.hpp"
#include "ngram.hpp"
#include "nn/io/text.hpp"
#include "nn/parallel.hpp"
#include "readable_cell.hpp"

namespace nn {

namespace {

// [snip:thousands]
/// \brief 1234567 as "1,234,567".
std::string thousands(std::size_t number) {
    std::string text = std::to_string(number);
    for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
    return text;
}
// [snip:thousands]

// [snip:counted-bits]
constexpr std::size_t longest_order = 6;

CountedBits counted_bits(const CharacterText& text, std::size_t symbols) {
    const NGram model(std::span(text.train).first(symbols), text.alphabet.size(),
                      longest_order);
    return {symbols, model.bits_per_symbol(text.held_out)};
}
// [snip:counted-bits]

}  // namespace

// [snip:show-counting]
std::vector<CountedBits> show_counting(const CharacterText& text, Report& report) {
    report.section("counting", "What counting the text can foretell");
    report.print(
        "%s: %s characters to learn from,\n%s to judge by, %s different ones\n\n",
        text.name.c_str(),
        report.value("characters", "%s", thousands(text.train.size()).c_str())
            .c_str(),
        report.value("judged", "%s", thousands(text.held_out.size()).c_str())
            .c_str(),
        report.value("symbols", "%zu", text.alphabet.size()).c_str());
    std::vector<CountedBits> counted;
    for (std::size_t part = 64; part > 0; part /= 2)
        counted.push_back(counted_bits(text, text.train.size() / part));
    report.print("characters looked at, the one foretold included: bits\n");
    Csv table({"symbols", "bigram", "sixgram"});
    for (std::size_t order = 0; order <= longest_order; ++order)
        report.print("  %zu  %s%s\n", order,
                     report
                         .value("order-" + std::to_string(order), "%.3f",
                                counted.back().bits[order])
                         .c_str(),
                     order == 0 ? "  all equally likely" : "");
    for (const CountedBits& part : counted)
        table.row({double(part.symbols), part.bits[2], part.bits[longest_order]});
    report.data("counting.csv", table);
    return counted;
}
// [snip:show-counting]

namespace {

// [snip:learning-table]
/// \brief A line for each look at the held-out text.
void print_curve(const CharacterStudy& study, Report& report) {
    report.print("characters read    bits learning    bits held out\n");
    Csv table({"symbols", "held_out"});
    for (const CurvePoint& point : study.curve) {
        report.print("%15s    ", thousands(point.symbols).c_str());
        point.learning > 0 ? report.print("%13.3f", point.learning)
                           : report.print("%13s", "");
        report.print("    %13.3f\n", point.held_out);
        table.row({double(point.symbols), point.held_out});
    }
    report.data("learning.csv", table);
}
// [snip:learning-table]

// [snip:claims-of-counting]
void claim_against_counting(const CharacterStudy& study,
                            const std::vector<double>& counted, Report& report) {
    const double last = study.curve.back().held_out;
    report.claim({.id = "better-than-pairs",
                  .statement = "A recurrent network foretells characters better "
                               "than counts of pairs.",
                  .quantity = "bits of the counts less bits of the network",
                  .low = 0.3},
                 counted[2] - last);
    report.claim({.id = "better-than-sixes",
                  .statement = "In a default run it also beats counts of six.",
                  .quantity = "bits of the counts less bits of the network",
                  .low = 0.0},
                 counted[longest_order] - last);
}
// [snip:claims-of-counting]

// [snip:claim-of-closing]
/// \brief The distance to the counts of six, now and at a quarter of the way.
void claim_closing(const CharacterStudy& study, double counted, Report& report) {
    const std::size_t end = study.curve.back().symbols;
    const auto quarter = std::prev(std::find_if(
        study.curve.begin(), study.curve.end(),
        [&](const CurvePoint& point) { return 4 * point.symbols > end; }));
    const double before = quarter->held_out - counted;
    const double now = study.curve.back().held_out - counted;
    report.print("distance to counts of six: %s bits at a quarter, %s now\n",
                 report.value("distance-quarter", "%.3f", before).c_str(),
                 report.value("distance", "%.3f", now).c_str());
    report.claim(
        {.id = "distance-closes",
         .statement =
             "Four times the reading takes away two fifths of the distance.",
         .quantity = "the distance now, of that at a quarter of the way",
         .high = 0.6},
        now / before);
}
// [snip:claim-of-closing]

}  // namespace

// [snip:show-learning]
void show_learning(const CharacterStudy& study,
                   const std::vector<CountedBits>& counted, Report& report) {
    report.section("characters", "A network that reads characters");
    const CharacterShape& shape = study.model.shape();
    report.print("%s, %zu x %zu units, %s numbers to learn\n\n",
                 name_of(shape.cell), shape.layers, shape.hidden,
                 report
                     .value("parameters", "%s",
                            thousands(study.model.layout().size()).c_str())
                     .c_str());
    print_curve(study, report);
    const std::size_t read =
        study.curve.back().symbols - study.curve.front().symbols;
    report.value("read", "%s", thousands(read).c_str());
    report.value("held-out", "%.3f", study.curve.back().held_out);
    report.value("training-seconds", "%.1f", study.seconds);
    report.value(
        "characters-a-second", "%s",
        thousands(static_cast<std::size_t>(double(read) / study.seconds)).c_str());
    claim_against_counting(study, counted.back().bits, report);
    claim_closing(study, counted.back().bits[longest_order], report);
}
// [snip:show-learning]

namespace {

// [snip:print-wrapped]
/// \brief Lines of at most 64 bytes, cut at spaces; a new line of the text is "/".
void print_wrapped(std::string text, Report& report) {
    for (char& c : text)
        if (c == '\n') c = '/';
    constexpr std::size_t width = 64;
    while (text.size() > width) {
        std::size_t cut = text.rfind(' ', width);
        if (cut == std::string::npos || cut == 0)
            cut = valid_utf8(text.substr(0, width));
        report.print("  %s\n", text.substr(0, cut).c_str());
        text.erase(0, text[cut] == ' ' ? cut + 1 : cut);
    }
    report.print("  %s\n", text.c_str());
}
// [snip:print-wrapped]

}  // namespace

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
