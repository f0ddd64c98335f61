#include <algorithm>
#include <chrono>
#include <vector>

#include "nn/discrete_distribution.hpp"
#include "nn/io/error.hpp"
#include "nn/io/text.hpp"
#include "nn/rng.hpp"
#include "nn/split.hpp"
#include "nn/vocabulary.hpp"
#include "overlap.hpp"
#include "randomness_tests.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:print-first-lines]
void print_first_lines(const char* part, const std::vector<std::size_t>& indices,
                       const Corpus& corpus, Report& report) {
    report.print("%-11s %6zu lines\n", part, indices.size());
    for (std::size_t i = 0; i < std::min<std::size_t>(2, indices.size()); ++i)
        report.print("  %-9s %s\n", corpus.labels[indices[i]].c_str(),
                     shortened(corpus.lines[indices[i]], 62).c_str());
}
// [snip:print-first-lines]

// [snip:claim-other-split]
void claim_other_split(std::uint32_t seed, const Split& split, Report& report) {
    const std::size_t n =
        split.train.size() + split.validation.size() + split.test.size();
    Rng next_seed(seed + 1), shifted(seed);
    shifted.uniform();
    const auto shared = [&](Rng& rng) {
        return overlap(split.test, split_80_10_10(n, rng).test);
    };
    const std::size_t by_seed = shared(next_seed), by_draw = shared(shifted);
    report.print("lines of the test part that stay in it, of %s:\n",
                 report.value("test-lines", "%zu", split.test.size()).c_str());
    report.print("  with the next seed     %s\n",
                 report.value("kept-by-seed", "%zu", by_seed).c_str());
    report.print("  after one extra draw   %s\n",
                 report.value("kept-by-draw", "%zu", by_draw).c_str());
    report.claim(
        {.id = "extra-draw-split",
         .statement = "One extra draw before the shuffle gives an unrelated split.",
         .quantity = "share of the test part kept; 0.1 if unrelated",
         .low = 0.08,
         .high = 0.12},
        static_cast<double>(by_draw) / static_cast<double>(split.test.size()));
}
// [snip:claim-other-split]

// [snip:words-of-corpus]
std::vector<std::string> words_of_corpus(const Corpus& corpus) {
    std::vector<std::string> words;
    for (const std::string& line : corpus.lines)
        for (std::string& word : words_of(line)) words.push_back(std::move(word));
    if (words.empty())
        throw InputError(corpus.name +
                         ": has lines, but no word; give a text with words");
    return words;
}
// [snip:words-of-corpus]

// [snip:time-draws]
/// \brief Counts of `draws` drawn indices, and the seconds that it took.
struct Drawn {
    std::vector<double> counts;
    double seconds = 0.0;
};

template <class Sampler>
Drawn draw_counts(const Sampler& sampler, std::size_t n,
                  const std::vector<double>& u) {
    Drawn drawn{std::vector<double>(n), 0.0};
    const auto start = std::chrono::steady_clock::now();
    for (const double value : u) ++drawn.counts[sampler.draw(value)];
    drawn.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start)
            .count();
    return drawn;
}
// [snip:time-draws]

// [snip:claim-fits]
void claim_fits(const char* id, const char* method,
                const std::vector<double>& counts,
                const std::vector<double>& probability, Report& report) {
    const double p = fit_test(counts, probability).p_value;
    report.claim({.id = id,
                  .statement = std::string("Words drawn by ") + method +
                               " follow the text's own distribution.",
                  .quantity = "p-value of chi-square, distance from 0 or 1",
                  .low = 0.001,
                  .high = 0.5},
                 std::min(p, 1.0 - p));
}
// [snip:claim-fits]

// [snip:write-words]
void write_words(const std::vector<WordCount>& vocabulary, const Drawn& drawn,
                 double scale, Report& report) {
    Csv table({"rank", "count", "drawn"});
    for (std::size_t i = 0; i < vocabulary.size(); ++i)
        table.row({static_cast<double>(i + 1), vocabulary[i].count,
                   drawn.counts[i] * scale});
    report.data("words.csv", table);
}
// [snip:write-words]

// [snip:print-vocabulary]
void print_vocabulary(const std::vector<WordCount>& vocabulary, double words,
                      Report& report) {
    report.print("%s words, ", report.value("words", "%.0f", words).c_str());
    report.print("%s different ones\n",
                 report.value("vocabulary", "%zu", vocabulary.size()).c_str());
    for (std::size_t i = 0; i < std::min<std::size_t>(5, vocabulary.size()); ++i)
        report.print("%8.0f  %.5f  %s\n", vocabulary[i].count,
                     unigram_probability(vocabulary[i].count, words),
                     vocabulary[i].word.c_str());
}
// [snip:print-vocabulary]

// [snip:print-frequent-and-rare]
void print_frequent_and_rare(const std::vector<WordCount>& vocabulary, double words,
                             Report& report) {
    std::size_t half = 0, rare = 0;
    for (double sum = 0.0; 2.0 * sum < words; ++half) sum += vocabulary[half].count;
    for (const WordCount& word : vocabulary) rare += word.count <= 3.0;
    report.print("half of the text: the first %s\n",
                 report.value("half", "%zu", half).c_str());
    report.print("three times at most: %s\n",
                 report.value("rare", "%zu", rare).c_str());
}
// [snip:print-frequent-and-rare]

// [snip:print-speed]
void print_speed(const Drawn& by_cdf, const Drawn& by_alias, std::size_t draws,
                 Report& report) {
    report.section("speed", "The two samplers, timed in this run");
    const auto nanoseconds = [&](const Drawn& drawn) {
        return drawn.seconds * 1e9 / static_cast<double>(draws);
    };
    report.print("inverse CDF   %6.1f ns a draw\n", nanoseconds(by_cdf));
    report.print(
        "alias method  %6.1f ns a draw, %s times as fast\n", nanoseconds(by_alias),
        report.value("alias-speed", "%.1f", by_cdf.seconds / by_alias.seconds)
            .c_str());
}
// [snip:print-speed]

}  // namespace

// [snip:show-split]
void show_split(const Options& options, const Corpus& corpus, Report& report) {
    report.section("split", corpus.name + ", split by permutation");
    Rng rng(options.seed);
    const Split split = split_80_10_10(corpus.lines.size(), rng);
    print_first_lines("train", split.train, corpus, report);
    print_first_lines("validation", split.validation, corpus, report);
    print_first_lines("test", split.test, corpus, report);
    report.value("lines", "%zu", corpus.lines.size());
    claim_other_split(options.seed, split, report);
}
// [snip:show-split]

// [snip:show-words]
void show_words(const Options& options, const Corpus& corpus, Report& report) {
    report.section("words", "Words drawn from the distribution of the text");
    const std::vector<std::string> words = words_of_corpus(corpus);
    const std::vector<WordCount> vocabulary = count_words(words);
    const auto total = static_cast<double>(words.size());
    print_vocabulary(vocabulary, total, report);
    print_frequent_and_rare(vocabulary, total, report);
    std::vector<double> weights, probability;
    for (const WordCount& entry : vocabulary) {
        weights.push_back(entry.count);
        probability.push_back(unigram_probability(entry.count, total));
    }
    std::vector<double> u(options.quick ? 100'000 : 1'000'000);
    Rng(options.seed).fill_uniform(u);
    const Drawn by_cdf = draw_counts(InverseCdf(weights), weights.size(), u);
    Rng(options.seed + 1).fill_uniform(u);
    const Drawn by_alias = draw_counts(AliasTable(weights), weights.size(), u);
    claim_fits("inverse-cdf-fits", "inverse CDF", by_cdf.counts, probability,
               report);
    claim_fits("alias-fits", "the alias method", by_alias.counts, probability,
               report);
    write_words(vocabulary, by_alias, total / static_cast<double>(u.size()),
                report);
    print_speed(by_cdf, by_alias, u.size(), report);
}
// [snip:show-words]

}  // namespace nn
