#include <stdexcept>
#include <string>

#include "sections.hpp"
#include "stream_growth.hpp"
#include "word_senses.hpp"

namespace nn {

namespace {

// [snip:bear-contexts]
/// \brief Words of the King James Bible that end with one that has two senses.
std::array<std::vector<std::string_view>, 2> bear_contexts() {
    return {{{"and shall Sarah, that is ninety years old, bear",
              "if he do not utter it, then he shall bear",
              "Behold, a virgin shall conceive, and bear",
              "whose shoes I am not worthy to bear",
              "and thy wife Elisabeth shall bear", "And whosoever doth not bear",
              "The same came for a witness, to bear",
              "easier for thyself, and they shall bear"},
             {"and there came a lion, and a bear",
              "Thy servant slew both the lion and the bear",
              "of the lion, and out of the paw of the bear",
              "they be chafed in their minds, as a bear",
              "As a roaring lion, and a ranging bear", "And the cow and the bear",
              "another beast, a second, like to a bear",
              "As if a man did flee from a lion, and a bear"}}};
}
// [snip:bear-contexts]

// [snip:print-senses]
SenseCosines print_senses(const WordSenses& senses, Report& report) {
    report.print("%-18s %9s %9s %9s %9s\n", "the word's vector", "the pair",
                 "within", "between", "told");
    Csv table({"block", "pair", "within", "between", "told"});
    SenseCosines means;
    for (std::size_t block = 0; block < senses.streams.size(); ++block) {
        means = sense_cosines(senses, block);
        const arma::fmat& X = senses.streams[block];
        const double pair = column_cosines(X.col(0), X.col(senses.first_sense))[0];
        const std::string when =
            block == 0 ? "before block 1" : "behind block " + std::to_string(block);
        report.print(
            "%-18s %9s %9.3f %9.3f %9.2f\n", when.c_str(),
            report.value("pair-" + std::to_string(block), "%.3f", pair).c_str(),
            means.within, means.between, means.told);
        table.row({double(block), pair, means.within, means.between, means.told});
    }
    report.data("layers.csv", table);
    return means;
}
// [snip:print-senses]

// [snip:claim-senses]
void claim_senses(const WordSenses& senses, const SenseCosines& last,
                  Report& report) {
    report.claim({.id = "one-vector-before",
                  .statement = "Before the first block a word has one vector, "
                               "whatever its context.",
                  .quantity = "mean cosine between contexts of two senses",
                  .low = 1 - 1e-6,
                  .high = 1 + 1e-6},
                 sense_cosines(senses, 0).between);
    report.claim({.id = "two-vectors-behind",
                  .statement = "Behind the last block it has another in each "
                               "context.",
                  .quantity = "mean cosine between contexts of two senses",
                  .high = 0.95},
                 last.between);
    report.claim({.id = "senses-told",
                  .statement = "They tell its senses apart.",
                  .quantity = "share of contexts nearer to those of their own "
                              "sense; by chance 0.5",
                  .low = 0.75},
                 last.told);
}
// [snip:claim-senses]

}  // namespace

// [snip:show-word-layers]
void show_word_layers(const TrainedModel& trained, Report& report) {
    report.section("layers", "One word, two senses, block by block");
    const auto contexts = bear_contexts();
    WordSenses senses;
    try {
        senses = word_senses(trained, contexts);
    } catch (const std::invalid_argument&) {
        return report.print("the tokens of this text cannot spell the contexts\n");
    }
    report.print(
        "bear: %zu times a verb, %zu times an animal; the last %zu tokens\n",
        contexts[0].size(), contexts[1].size(), senses.tokens);
    for (const auto& sense : contexts)
        report.print("  %s\n", std::string(sense[0]).c_str());
    report.print("cosines: of these two, and means of all pairs\n");
    const SenseCosines last = print_senses(senses, report);
    claim_senses(senses, last, report);
}
// [snip:show-word-layers]

}  // namespace nn
