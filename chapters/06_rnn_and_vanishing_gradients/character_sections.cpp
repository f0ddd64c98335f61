#include "character_sections.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "nn/io/shown.hpp"
#include "nn/ngram.hpp"

namespace nn {

namespace {

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

}  // namespace nn
