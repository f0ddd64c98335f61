#include <cmath>
#include <string>
#include <vector>

#include "nn/huffman.hpp"
#include "nn/subsampling.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:mean-distance]
/// \brief How far apart words and neighbours are in the text itself, in the mean,
/// where some words have been left out: `places` of those that are left.
double mean_distance(const std::vector<std::size_t>& places, std::size_t window) {
    double sum = 0.0, pairs = 0.0;
    for (std::size_t i = 0; i < places.size(); ++i)
        for (std::size_t j = i + 1; j < places.size() && j <= i + window; ++j) {
            sum += static_cast<double>(places[j] - places[i]);
            ++pairs;
        }
    return sum / pairs;
}
// [snip:mean-distance]

// [snip:thinned]
/// \brief What subsampling left of a text, and what it should have left.
struct Thinned {
    double words = 0.0, kept = 0.0, expected = 0.0;
    double distance = 0.0;  ///< between neighbours in the text, window 5
};

Thinned thinned(const std::vector<Token>& text, const Vocabulary& vocabulary,
                double sample, Rng& rng) {
    Thinned result;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == line_end) continue;
        const double keep =
            keep_probability(vocabulary.count(text[i]), vocabulary.total(), sample);
        result.expected += keep;
        ++result.words;
        if (rng.uniform() < keep) places.push_back(i);
    }
    result.kept = static_cast<double>(places.size());
    result.distance = mean_distance(places, 5);
    return result;
}
// [snip:thinned]

// [snip:keep-curves]
/// \brief What stays of words by their share of the text, for three thresholds.
Csv keep_curves(const Vocabulary& vocabulary) {
    Csv table({"share", "word", "1e-3", "1e-4", "1e-5"});
    double next = 1.0;  // 20 words of each decade of ranks
    for (Token word = 0; word < vocabulary.size(); ++word) {
        if (word + 1.0 < next) continue;
        next *= 1.122;
        const double count = vocabulary.count(word), total = vocabulary.total();
        table.row({count / total, vocabulary.word(word),
                   keep_probability(count, total, 1e-3),
                   keep_probability(count, total, 1e-4),
                   keep_probability(count, total, 1e-5)});
    }
    return table;
}
// [snip:keep-curves]

// [snip:print-vocabulary]
void print_vocabulary(const TokenCorpus& corpus, Report& report) {
    const Vocabulary& vocabulary = corpus.vocabulary;
    report.print("%s\n\n", corpus.name.c_str());
    report.print("words read                 %9s\n",
                 report.value("words", "%.0f", corpus.words).c_str());
    report.print("different words, 5 times   %9s\n",
                 report.value("vocabulary", "%zu", vocabulary.size()).c_str());
    report.print("share of the text          %9s\n\n",
                 report.value("coverage", "%.4f", vocabulary.total() / corpus.words)
                     .c_str());
    report.print("%-12s %9s %9s\n", "word", "count", "kept");
    for (const double rank : {0.0, 1.0, 10.0, 100.0, 1000.0}) {
        if (rank >= static_cast<double>(vocabulary.size())) break;
        const auto word = static_cast<Token>(rank);
        report.print(
            "%-12s %9.0f %9.4f\n", vocabulary.word(word).c_str(),
            vocabulary.count(word),
            keep_probability(vocabulary.count(word), vocabulary.total(), 1e-4));
    }
}
// [snip:print-vocabulary]

}  // namespace

// [snip:show-text]
void show_text(const Study& study, Report& report) {
    report.section("text", "The text and its vocabulary");
    const Vocabulary& vocabulary = study.corpus.vocabulary;
    print_vocabulary(study.corpus, report);

    report.section("subsampling", "What is left when frequent words are thinned");
    const std::vector<Token> text =
        first_lines(*study.corpus.tokens, study.options.quick ? 50'000 : 400'000);
    Thinned usual, all;
    report.print("%8s %12s %12s %22s\n", "sample", "words kept", "expected",
                 "distance of neighbours");
    for (const double sample : {0.0, 1e-2, 1e-3, 1e-4, 1e-5}) {
        Rng rng(study.options.seed);
        const Thinned here = thinned(text, vocabulary, sample, rng);
        if (sample == 0.0) all = here;
        if (sample == 1e-4) usual = here;
        report.print("%8g %12.4f %12.4f %22.2f\n", sample, here.kept / here.words,
                     here.expected / here.words, here.distance);
    }
    report.data("subsampling.csv", keep_curves(vocabulary));
    report.value("kept-share", "%.2f", usual.kept / usual.words);
    report.value("distance", "%.1f", usual.distance);
    report.claim(
        {.id = "thinned",
         .statement = "Subsampling leaves as many words as the formula says.",
         .quantity = "words left over words expected, sample 1e-4",
         .low = 0.99,
         .high = 1.01},
        usual.kept / usual.expected);
    report.claim({.id = "wider-window",
                  .statement = "A window over the thinned text reaches further.",
                  .quantity = "mean distance of neighbours, thinned over whole",
                  .low = 1.5,
                  .high = 5.0},
                 usual.distance / all.distance);
}
// [snip:show-text]

// [snip:show-tree]
void show_tree(const Study& study, Report& report) {
    report.section("tree", "Huffman's tree of the vocabulary");
    const Vocabulary& vocabulary = study.corpus.vocabulary;
    const HuffmanTree tree(vocabulary.counts());
    double entropy = 0.0;
    for (const double count : vocabulary.counts()) {
        const double p = unigram_probability(count, vocabulary.total());
        entropy -= p * std::log2(p);
    }
    for (const double rank : {0.0, 1.0, 10.0, 100.0, 1000.0}) {
        if (rank >= static_cast<double>(vocabulary.size())) break;
        const auto word = static_cast<Token>(rank);
        report.print("%-12s %3zu steps  ", vocabulary.word(word).c_str(),
                     tree.path(word).size());
        for (const TreeStep& step : tree.path(word))
            report.print("%c", step.right ? '1' : '0');
        report.print("\n");
    }
    const double mean = mean_code_length(tree, vocabulary.counts());
    report.print("\nsteps to a word, mean    %s\n",
                 report.value("tree-steps", "%.2f", mean).c_str());
    report.print("entropy of the words     %.2f bits\n", entropy);
    report.print("with all words alike     %s\n",
                 report
                     .value("tree-depth", "%.2f",
                            std::log2(static_cast<double>(vocabulary.size())))
                     .c_str());
    report.claim({.id = "tree-entropy",
                  .statement = "The tree's mean path is no longer than the entropy "
                               "of the words and one step more.",
                  .quantity = "mean path less entropy, in steps",
                  .low = 0.0,
                  .high = 1.0},
                 mean - entropy);
}
// [snip:show-tree]

}  // namespace nn
