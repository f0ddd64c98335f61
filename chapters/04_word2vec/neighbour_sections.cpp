#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "sections.hpp"

namespace nn {

namespace {

// [snip:words-to-show]
/// \brief Words that the text knows; of another language, some of its common ones.
std::vector<std::string> words_to_show(const Vocabulary& vocabulary) {
    std::vector<std::string> words =
        known_words({"king", "god", "water", "bread", "son", "three", "horse",
                     "music", "disease", "happy", "run", "red"},
                    vocabulary);
    for (Token word = 50; words.size() < 6 && word < vocabulary.size(); word += 10)
        words.push_back(vocabulary.word(word));
    return words;
}
// [snip:words-to-show]

// [snip:relations]
/// \brief Pairs in the relation of man to woman.
std::vector<std::pair<std::string, std::string>> relations(
    const Vocabulary& vocabulary) {
    std::vector<std::pair<std::string, std::string>> known;
    for (const auto& [a, b] :
         std::vector<std::pair<std::string, std::string>>{{"man", "woman"},
                                                          {"king", "queen"},
                                                          {"father", "mother"},
                                                          {"son", "daughter"},
                                                          {"brother", "sister"},
                                                          {"husband", "wife"},
                                                          {"boy", "girl"},
                                                          {"uncle", "aunt"},
                                                          {"prince", "princess"},
                                                          {"he", "she"},
                                                          {"his", "her"},
                                                          {"himself", "herself"}})
        if (vocabulary.find(a) && vocabulary.find(b)) known.emplace_back(a, b);
    return known;
}
// [snip:relations]

}  // namespace

// [snip:show-neighbours]
void show_neighbours(const Study& study, const WordSpace& space, Report& report) {
    report.section("neighbours", "The five nearest words");
    report.print("%-8s %4s %4s\n", "", "1st", "5th");
    for (const std::string& word : words_to_show(study.corpus.vocabulary)) {
        const std::vector<Neighbour> near = space.neighbours(word, 5);
        report.print("%-8s %4.2f %4.2f ", word.c_str(), near.front().score,
                     near.back().score);
        for (const Neighbour& each : near) report.print(" %s", each.word.c_str());
        report.print("\n");
    }
}
// [snip:show-neighbours]

namespace {

// [snip:answers]
/// \brief How often a question's fourth word was found, and how.
struct Answers {
    double asked = 0.0, by_adding = 0.0, by_multiplying = 0.0;
    double nearest = 0.0;  ///< by the word nearest to the third one
};

void ask(const WordSpace& space, const std::string& a, const std::string& b,
         const std::string& c, const std::string& d, Answers& sum) {
    const auto near = space.neighbours(c, 2);
    ++sum.asked;
    sum.by_adding += space.analogy(a, b, c, 1)[0].word == d;
    sum.by_multiplying +=
        space.analogy(a, b, c, 1, AnalogyBy::multiplying)[0].word == d;
    sum.nearest += (near[0].word == b ? near[1] : near[0]).word == d;
}
// [snip:answers]

// [snip:print-answers]
void print_answers(const Answers& found, Report& report) {
    report.print("\nright, of %s\n",
                 report.value("analogies-asked", "%.0f", found.asked).c_str());
    report.print("  by adding        %s\n",
                 report.value("analogies-right", "%.0f", found.by_adding).c_str());
    report.print(
        "  by multiplying   %s\n",
        report.value("analogies-product", "%.0f", found.by_multiplying).c_str());
    report.print("  nearest word     %s\n",
                 report.value("analogies-nearest", "%.0f", found.nearest).c_str());
    report.claim({.id = "analogies",
                  .statement = "The same relation has something of a direction: "
                               "some analogies can be added up.",
                  .quantity = "share of questions answered right",
                  .low = 0.2,
                  .high = 1.0},
                 found.by_adding / found.asked);
    report.claim(
        {.id = "direction-helps",
         .statement = "The direction answers what nearness alone does not.",
         .quantity = "share answered right, less that of the nearest word",
         .low = 0.05,
         .high = 1.0},
        (found.by_adding - found.nearest) / found.asked);
}
// [snip:print-answers]

}  // namespace

// [snip:show-analogies]
void show_analogies(const Study& study, const WordSpace& space, Report& report) {
    report.section("relations", "Man is to woman as …");
    const auto pairs = relations(study.corpus.vocabulary);
    if (pairs.size() < 4) return report.print("too few of the words are known\n");
    const auto& [man, woman] = pairs.front();
    for (const auto& [c, d] : pairs) {
        if (c == man) continue;
        const auto answers = space.analogy(man, woman, c, 3);
        report.print("%-10s %s", c.c_str(), answers[0].word == d ? "+" : " ");
        for (const Neighbour& answer : answers)
            report.print(" %s", answer.word.c_str());
        report.print("\n");
    }
    Answers found;
    for (const auto& [a, b] : pairs)
        for (const auto& [c, d] : pairs)
            if (a != c) ask(space, a, b, c, d, found);
    print_answers(found, report);
}
// [snip:show-analogies]

}  // namespace nn
