#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "pmi.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:said-of]
/// \brief p(c|w) for all words c, by the vectors.
std::vector<double> said_of(const WordEmbedding& embedding,
                            const std::vector<double>& prior, Token word) {
    const arma::fvec z = embedding.neighbour.t() * embedding.centre.col(word);  // V
    const std::vector<double> scores(z.begin(), z.end());
    std::vector<double> said(scores.size());
    neighbour_probabilities(scores, prior, said);
    return said;
}

/// \brief log Σ k p(c) exp(w · c): 0 if the probabilities sum to 1 by themselves.
double log_sum_said(const WordEmbedding& embedding,
                    const std::vector<double>& prior, Token word, double k) {
    const arma::fvec z = embedding.neighbour.t() * embedding.centre.col(word);  // V
    double Z = 0.0;
    for (std::size_t c = 0; c < prior.size(); ++c)
        Z += k * prior[c] * std::exp(static_cast<double>(z[c]));
    return std::log(Z);
}
// [snip:said-of]

// [snip:recovery]
/// \brief Neighbours' probabilities by the vectors and by counting, for some words.
struct Recovery {
    double information = 0.0;  ///< KL divergence of the counts from the prior
    double missed = 0.0;       ///< and from what the vectors say
    std::vector<double> counted, said;  ///< log p(c|w) of pairs that occur often
};

/// \brief Adds one word, weighted by how often it occurs.
void add_recovery(const PairCounts& counts, const std::vector<double>& prior,
                  const std::vector<double>& said, Token word, Recovery& sum) {
    for (const auto& [pair, count] : counts.neighbours(word)) {
        const Token c = pair.second;
        const double p = count / counts.pairs_with(word);
        sum.information += count * std::log(p / prior[c]);
        sum.missed += count * std::log(p / said[c]);
        if (count < 20.0) continue;
        sum.counted.push_back(std::log(p));
        sum.said.push_back(std::log(said[c]));
    }
}
// [snip:recovery]

// [snip:print-recovered]
/// \brief The commonest neighbours of one word, counted and recovered.
void print_recovered(const Vocabulary& vocabulary, const PairCounts& counts,
                     const std::vector<double>& prior,
                     const std::vector<double>& said, Token word, Report& report) {
    const auto all = counts.neighbours(word);
    std::vector<CountedPair> near(all.begin(), all.end());
    std::stable_sort(near.begin(), near.end(), [](const auto& a, const auto& b) {
        return a.count > b.count;
    });
    for (std::size_t i = 0; i < std::min<std::size_t>(near.size(), 5); ++i) {
        const Token c = near[i].pair.second;
        report.print("%-8s %-8s %10.4f %10.4f %10.4f\n",
                     i == 0 ? vocabulary.word(word).c_str() : "",
                     vocabulary.word(c).c_str(), prior[c], said[c],
                     near[i].count / counts.pairs_with(word));
    }
}
// [snip:print-recovered]

// [snip:claim-bayes]
void claim_bayes(const Recovery& sum, double mean_log_Z, Report& report) {
    const double recovered = 1.0 - sum.missed / sum.information;
    report.print("share of the information recovered   %s %%\n",
                 report.value("recovered", "%.0f", 100.0 * recovered).c_str());
    report.print("mean |log Z|                         %s\n",
                 report.value("mean-log-z", "%.2f", mean_log_Z).c_str());
    report.claim(
        {.id = "log-conditional",
         .statement = "The vectors hold the logarithms of conditional "
                      "probabilities.",
         .quantity = "correlation of log p(c|w), recovered and counted",
         .low = 0.9,
         .high = 1.0},
        arma::as_scalar(arma::cor(arma::vec(sum.counted), arma::vec(sum.said))));
    report.claim({.id = "bayes",
                  .statement = "Prior and vectors together give back most of the "
                               "information about neighbours.",
                  .quantity = "share of the information about neighbours recovered",
                  .low = 0.5,
                  .high = 1.0},
                 recovered);
    report.claim(
        {.id = "normalised",
         .statement = "The probabilities sum to one although nobody asks for "
                      "it.",
         .quantity = "mean |log Z| over the words",
         .low = 0.0,
         .high = 0.2},
        mean_log_Z);
}
// [snip:claim-bayes]

}  // namespace

// [snip:show-bayes]
void show_bayes(const TokenCorpus& corpus, const PairCounts& counts,
                const WordEmbedding& embedding, std::size_t negative_samples,
                Report& report) {
    report.section("bayes",
                   "Neighbours' probabilities, recovered from the vectors");
    const Vocabulary& vocabulary = corpus.vocabulary;
    std::vector<double> prior;  // of a word without a neighbour, next to nothing
    for (const double sum : counts.sums())
        prior.push_back(std::max(sum, 0.5) / counts.total());
    report.print("%-8s %-8s %10s %10s %10s\n", "word", "", "prior", "recovered",
                 "counted");
    for (const std::string& name :
         known_words({"king", "heaven", "bread"}, vocabulary)) {
        const Token word = *vocabulary.find(name);
        print_recovered(vocabulary, counts, prior, said_of(embedding, prior, word),
                        word, report);
    }
    Recovery sum;
    const auto words =
        static_cast<Token>(std::min<std::size_t>(vocabulary.size(), 300));
    const auto k = static_cast<double>(negative_samples);
    double log_Z = 0.0;
    for (Token word = 0; word < words; ++word) {
        add_recovery(counts, prior, said_of(embedding, prior, word), word, sum);
        log_Z += std::abs(log_sum_said(embedding, prior, word, k)) / words;
    }
    if (sum.counted.size() < 100)
        return report.print("too few frequent pairs to compare\n");
    report.print("\nfor the %u most common words, %zu frequent pairs\n", words,
                 sum.counted.size());
    claim_bayes(sum, log_Z, report);
}
// [snip:show-bayes]

}  // namespace nn
