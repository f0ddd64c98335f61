#include <algorithm>
#include <string>
#include <vector>

#include "nn/word_vectors.hpp"
#include "pair_counts.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:toy-text]
const std::vector<std::vector<std::string>> toy_text{
    {"cat", "drinks", "milk"}, {"dog", "drinks", "water"}, {"cat", "eats", "fish"},
    {"dog", "eats", "meat"},   {"cat", "sleeps"},          {"dog", "sleeps"}};

/// \brief The counts of the toy text: a column a word, a row for each neighbour.
arma::mat company_of(const Vocabulary& vocabulary) {
    std::vector<Token> text;
    for (const auto& line : toy_text) {
        for (const std::string& word : line) text.push_back(*vocabulary.find(word));
        text.push_back(line_end);
    }
    TokenArray tokens(text);
    const PairCounts counts(tokens, vocabulary.size(), 2);
    arma::mat X(vocabulary.size(), vocabulary.size());
    for (const auto& [pair, count] : counts.pairs())
        X(pair.second, pair.first) = count;
    return X;  // V × V
}
// [snip:toy-text]

}  // namespace

// [snip:show-company]
void show_company(Report& report) {
    report.section("company", "Who keeps whose company, in six lines");
    std::vector<std::string> all;
    for (const auto& line : toy_text) {
        for (const std::string& word : line) {
            report.print("%s%s", &word == &line.front() ? "" : " ", word.c_str());
            all.push_back(word);
        }
        report.print("\n");
    }
    report.print("\n");
    const Vocabulary vocabulary(count_words(all), 1.0);
    const arma::mat X = company_of(vocabulary);  // V × V
    const auto column = [&](Token word) {
        return std::span<const double>(X.colptr(word), X.n_rows);
    };
    const Token cat = *vocabulary.find("cat"), dog = *vocabulary.find("dog");
    double next_best = 0.0;
    report.print("%-8s %14s %16s\n", "", "meets the cat", "cosine with cat");
    for (Token word = 0; word < vocabulary.size(); ++word) {
        if (word == cat) continue;
        const double cosine_here = cosine(column(cat), column(word));
        if (word != dog) next_best = std::max(next_best, cosine_here);
        report.print("%-8s %14.0f %16.3f\n", vocabulary.word(word).c_str(),
                     X(word, cat), cosine_here);
    }
    const double best = cosine(column(cat), column(dog));
    report.value("cat-dog", "%.3f", best);
    report.claim({.id = "company",
                  .statement = "The cat never meets the dog, and keeps the company "
                               "that the dog keeps.",
                  .quantity = "cosine of their counts, less the next best",
                  .low = 0.1,
                  .high = 1.0},
                 best - next_best);
}
// [snip:show-company]

}  // namespace nn
