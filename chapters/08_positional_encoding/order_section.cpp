#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>

#include "nn/io/text.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:clauses-of]
/// \brief A text in clauses: words with nothing but blanks between them.
struct ClauseText {
    std::vector<Clause> clauses;
    std::vector<std::string> words;  ///< what the tokens stand for
};

ClauseText clauses_of(const Corpus& corpus) {
    ClauseText text;
    std::unordered_map<std::string, Token> tokens;
    for (std::size_t line = 0; line < corpus.lines.size(); ++line) {
        std::string folded;
        append_folded(corpus.lines[line], folded);
        const char* end = nullptr;  // of the word before
        for_each_word(folded, folded.size(), [&](std::string_view word) {
            const bool goes_on =
                end != nullptr && std::all_of(end, word.data(), [](char between) {
                    return between == ' ' || between == '\t';
                });
            if (!goes_on) text.clauses.push_back({.line = line});
            const auto [entry, is_new] = tokens.try_emplace(
                std::string(word), static_cast<Token>(text.words.size()));
            if (is_new) text.words.push_back(entry->first);
            text.clauses.back().words.push_back(entry->second);
            end = word.data() + word.size();
        });
    }
    return text;
}
// [snip:clauses-of]

// [snip:exchanges]
/// \brief Those of the pairs in which two pieces change places around at least two
/// words.
std::vector<TwoOrders> exchanges(const ClauseText& text,
                                 const std::vector<ClausePair>& pairs,
                                 const Corpus& corpus) {
    std::vector<TwoOrders> found;
    for (const ClausePair& pair : pairs) {
        const Clause &one = text.clauses[pair.one],
                     &other = text.clauses[pair.other];
        const auto exchange = exchange_of(one.words, other.words);
        if (exchange && exchange->middle > 1)
            found.push_back({one.words, other.words, corpus.labels[one.line],
                             corpus.labels[other.line]});
    }
    return found;
}

/// \brief For a text that has none of its own.
OrderStudy stand_in() {
    return {{"the", "dog", "bit", "man"},
            {{{0, 1, 2, 0, 3}, {0, 3, 2, 0, 1}, "one", "other"}}};
}
// [snip:exchanges]

// [snip:print-orders]
std::string joined(const OrderStudy& study, const std::vector<Token>& sentence) {
    std::string all;
    for (const Token word : sentence)
        all += (all.empty() ? "" : " ") + study.words[word];
    return all;
}

void print_orders(const OrderStudy& study, const TwoOrders& pair, Report& report) {
    const auto print = [&](const std::string& place, const std::string& words) {
        report.print("  %-10s %s\n", place.c_str(), shortened(words, 56).c_str());
    };
    print(pair.one_place, joined(study, pair.one));
    print(pair.other_place, joined(study, pair.other));
}

/// \brief The first pair of each length.
void print_lengths(const OrderStudy& study, Report& report) {
    std::map<std::size_t, const TwoOrders*, std::greater<>> first;
    for (const TwoOrders& pair : study.pairs) first.emplace(pair.one.size(), &pair);
    report.print("the first pair of each length, the longest first:\n");
    for (const auto& [length, pair] : first) print_orders(study, *pair, report);
}
// [snip:print-orders]

// [snip:quote-orders]
void quote_orders(const OrderStudy& study, Report& report) {
    const TwoOrders& first = study.pairs.front();
    report.print("the first pair:\n");
    print_orders(study, first, report);
    report.value("first-one", "%s", joined(study, first.one).c_str());
    report.value("first-other", "%s", joined(study, first.other).c_str());
}
// [snip:quote-orders]

}  // namespace

// [snip:show-order]
OrderStudy show_order(const Corpus& corpus, Report& report) {
    constexpr std::size_t shortest = 3;
    report.section("order", "The same words in another order, in " + corpus.name);
    ClauseText text = clauses_of(corpus);
    const auto pairs = same_words_other_order(text.clauses, shortest);
    auto found = exchanges(text, pairs, corpus);
    const auto count = found.size();
    report.print("%s passages without a stop in them\n",
                 report.value("clauses", "%zu", text.clauses.size()).c_str());
    report.print("%s times the same words in another order\n",
                 report.value("reorderings", "%zu", pairs.size()).c_str());
    report.print("%s times two change places around two words or more\n",
                 report.value("exchanges", "%zu", count).c_str());
    report.claim(
        {.id = "order-matters",
         .statement = "The same words in another order can say something else.",
         .quantity = "pairs of passages in which two change places",
         .low = 10},
        static_cast<double>(count));
    if (count == 0) report.print("this text has none; another pair stands in:\n");
    const OrderStudy study =
        count == 0 ? stand_in()
                   : OrderStudy{std::move(text.words), std::move(found)};
    print_lengths(study, report);
    quote_orders(study, report);
    return study;
}
// [snip:show-order]

}  // namespace nn
