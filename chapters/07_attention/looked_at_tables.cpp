#include <algorithm>
#include <iterator>
#include <numeric>
#include <string>
#include <vector>

#include "gap_reading.hpp"
#include "masked_word_section.hpp"

namespace nn {

namespace {

// [snip:print-looked-at]
/// \brief Words and their weights in a line of the table.
void print_words(const char* title, const VerseText& text,
                 const std::vector<Token>& words,
                 const std::vector<LookedAt>& looked, Report& report) {
    report.print("%s\n", title);
    for (std::size_t i = 0; i < words.size(); ++i)
        report.print("%-14s %5.2f%s", text.vocabulary.word(words[i]).c_str(),
                     looked[words[i]].weight,
                     i % 3 == 2 || i + 1 == words.size() ? "\n" : "   ");
}

/// \brief The words of the table, the most looked at first.
std::vector<Token> by_weight(const std::vector<LookedAt>& looked) {
    constexpr double often = 30;
    std::vector<Token> order;
    for (Token word = 0; word < looked.size(); ++word)
        if (looked[word].times >= often) order.push_back(word);
    std::stable_sort(order.begin(), order.end(), [&](Token a, Token b) {
        return looked[a].weight > looked[b].weight;
    });
    return order;
}
// [snip:print-looked-at]

// [snip:keep-looked-at]
void keep_looked_at(const VerseText& text, const std::vector<Token>& order,
                    const std::vector<LookedAt>& looked, Report& report) {
    Csv table({"rank", "word", "times", "weight"});
    for (const Token word : order)
        table.row({double(word + 1), text.vocabulary.word(word), looked[word].times,
                   looked[word].weight});
    report.data("looked_at.csv", table);
}

void claim_common(const std::vector<Token>& common,
                  const std::vector<LookedAt>& looked, Report& report) {
    double sum = 0.0;
    for (const Token word : common) sum += looked[word].weight;
    report.value("looked-commonest", "%.2f", looked[0].weight);
    report.claim({.id = "looks-past-common",
                  .statement = "Attention learns to look less at the most common "
                               "words.",
                  .quantity = "mean weight of the 12 commonest (equal: 1)",
                  .high = 0.95},
                 sum / static_cast<double>(common.size()));
}
// [snip:keep-looked-at]

}  // namespace

// [snip:show-looked-at]
void show_looked_at(const MaskedWordStudy& study, Report& report) {
    constexpr std::ptrdiff_t some = 12;
    const VerseText& text = study.text;
    const std::vector<LookedAt> looked = looked_at(
        study.model(ContextKind::content), study.asked, text.vocabulary.size());
    std::vector<Token> common(some);
    std::iota(common.begin(), common.end(), Token{0});
    const std::vector<Token> order = by_weight(looked);
    const std::ptrdiff_t most = std::min(some, std::ssize(order));
    report.print("\nby the words alone: mean weight, equal weights would be 1\n");
    print_words("the most common words", text, common, looked, report);
    print_words("most looked at", text, {order.begin(), order.begin() + most},
                looked, report);
    print_words("least looked at", text, {order.end() - most, order.end()}, looked,
                report);
    claim_common(common, looked, report);
    keep_looked_at(text, order, looked, report);
}
// [snip:show-looked-at]

}  // namespace nn
