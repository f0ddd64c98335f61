#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "nn/io/progress.hpp"
#include "nn/parallel.hpp"
#include "pair_counts.hpp"
#include "pair_loss.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:stream-of]
/// \brief The text as one stream: the Bible, or the reader's file.
TokenCorpus stream_of(const Options& options) {
    return options.corpus.empty() ? bible_stream(1.0)
                                  : read_token_corpus(options, 1.0);
}

constexpr std::size_t stream_window = 2;
// [snip:stream-of]

// [snip:print-pmi]
/// \brief Mutual information of some pairs, from counts alone.
void print_pmi(const TokenCorpus& corpus, const PairCounts& counts,
               Report& report) {
    report.print("%s: %s words, %s pairs\n\n", corpus.name.c_str(),
                 report.value("stream-words", "%.0f", corpus.words).c_str(),
                 report.value("stream-pairs", "%.0f", counts.total()).c_str());
    report.print("%-10s %-10s %9s %12s\n", "word", "neighbour", "together", "PMI");
    for (const auto& [a, b] :
         std::vector<std::pair<std::string, std::string>>{{"lord", "god"},
                                                          {"king", "david"},
                                                          {"heaven", "earth"},
                                                          {"flesh", "blood"},
                                                          {"milk", "honey"},
                                                          {"the", "of"},
                                                          {"the", "he"}}) {
        const auto first = corpus.vocabulary.find(a);
        const auto second = corpus.vocabulary.find(b);
        if (!first || !second) continue;
        const TokenPair pair{*first, *second};
        report.print("%-10s %-10s %9.0f %12s\n", a.c_str(), b.c_str(),
                     counts.together(pair.first, pair.second),
                     report.value("pmi-" + a + "-" + b, "%.6f", counts.pmi_of(pair))
                         .c_str());
    }
}
// [snip:print-pmi]

// [snip:scored-pairs]
/// \brief Frequent pairs, their mutual information, and a model's scores.
struct ScoredPairs {
    std::size_t negative_samples = 1;
    arma::vec information, scores;  // one a pair
};

ScoredPairs scored_pairs(const PairCounts& counts, const WordEmbedding& embedding,
                         std::size_t negative_samples, double least_count) {
    std::vector<double> information, scores;
    for (const auto& [pair, count] : counts.pairs()) {
        if (count < least_count) continue;
        const arma::fmat& W = embedding.centre;
        const arma::fmat& C = embedding.neighbour;
        information.push_back(counts.pmi_of(pair));
        scores.push_back(pair_score<float>({W.colptr(pair.first), W.n_rows},
                                           {C.colptr(pair.second), C.n_rows}));
    }
    return {negative_samples, arma::vec(information), arma::vec(scores)};
}
// [snip:scored-pairs]

// [snip:line-through]
/// \brief The line through points by least squares, and how well it fits.
struct Line {
    double slope = 0.0, intercept = 0.0, correlation = 0.0;
};

Line line_through(const arma::vec& x, const arma::vec& y) {
    const double slope = arma::as_scalar(arma::cov(x, y)) / arma::var(x);
    return {slope, arma::mean(y) - slope * arma::mean(x),
            arma::as_scalar(arma::cor(x, y))};
}
// [snip:line-through]

// [snip:train-on-stream]
constexpr std::array<std::size_t, 2> negative_samples{1, 5};

/// \brief A model for each number of negative samples, side by side; the one that
/// takes longest begins. Each reads the stream for itself.
std::vector<WordEmbedding> train_on_stream(const Study& study,
                                           const TokenCorpus& corpus) {
    Word2VecOptions options{.context_window = stream_window,
                            .epochs = study.options.quick ? 1u : 5u,
                            .learning_rate = 0.025,
                            .sample = 0.0,
                            .noise_power = 1.0,
                            .shrink_window = false,
                            .seed = study.options.seed};
    const double words = corpus.words * static_cast<double>(options.epochs);
    Progress bar("Training", "words", static_cast<std::size_t>(2.0 * words));
    std::vector<WordEmbedding> models(negative_samples.size());
    for_each_shard(models.size(), study.options.threads, [&](std::size_t shard) {
        const std::size_t which = models.size() - 1 - shard;
        Word2VecOptions own = options;
        own.negative_samples = negative_samples[which];
        const TokenCorpus text = stream_of(study.options);
        models[which] = train_word2vec(*text.tokens, text.vocabulary, own,
                                       [&](std::size_t read) { bar.step(read); });
    });
    return models;
}
// [snip:train-on-stream]

// [snip:print-line]
void print_line(const ScoredPairs& pairs, Report& report) {
    const std::string k = std::to_string(pairs.negative_samples);
    const Line line = line_through(pairs.information, pairs.scores);
    report.print("%6s %12s %8.3f %12.3f %14.3f\n", k.c_str(),
                 report.value("correlation-" + k, "%.3f", line.correlation).c_str(),
                 line.slope, line.intercept,
                 std::log(1.0 / static_cast<double>(pairs.negative_samples)));
    const auto n = pairs.scores.n_elem;
    Csv table({"information", "score"});
    for (arma::uword i = 0; i < n; i += n / 700 + 1)
        table.row({pairs.information[i], pairs.scores[i]});
    report.data("pmi_" + k + ".csv", table);
}
// [snip:print-line]

// [snip:claim-logarithms]
void claim_logarithms(const ScoredPairs& one, const ScoredPairs& many,
                      Report& report) {
    const Line line = line_through(many.information, many.scores);
    report.claim({.id = "pmi-correlation",
                  .statement = "Scores follow the words' mutual information.",
                  .quantity = "correlation of w·c with PMI, k = 5",
                  .low = 0.8,
                  .high = 1.0},
                 line.correlation);
    report.claim(
        {.id = "pmi-slope",
         .statement = "A score is the mutual information less log k, neither "
                      "stretched nor shrunk.",
         .quantity = "slope of w·c over PMI, k = 5",
         .low = 0.8,
         .high = 1.2},
        line.slope);
    const double expected = std::log(static_cast<double>(many.negative_samples) /
                                     static_cast<double>(one.negative_samples));
    report.claim({.id = "log-k",
                  .statement = "More negative samples lower all scores by log k.",
                  .quantity = "mean distance of the scores over log 5",
                  .low = 0.8,
                  .high = 1.2},
                 arma::mean(one.scores - many.scores) / expected);
}
// [snip:claim-logarithms]

}  // namespace

// [snip:show-logarithms]
void show_logarithms(const Study& study, Report& report) {
    report.section("pmi", "Mutual information, counted");
    const TokenCorpus corpus = stream_of(study.options);
    const PairCounts counts(*corpus.tokens, corpus.vocabulary.size(),
                            stream_window);
    print_pmi(corpus, counts, report);

    report.section("logarithms", "Scores against mutual information");
    const double often = 100.0;
    const std::vector<WordEmbedding> models = train_on_stream(study, corpus);
    const ScoredPairs one =
        scored_pairs(counts, models[0], negative_samples[0], often);
    const ScoredPairs many =
        scored_pairs(counts, models[1], negative_samples[1], often);
    if (one.scores.n_elem < 30)
        return report.print("too few frequent pairs to compare\n");
    report.print("%s pairs that occur %.0f times or more\n\n",
                 report
                     .value("frequent-pairs", "%llu",
                            static_cast<unsigned long long>(one.scores.n_elem))
                     .c_str(),
                 often);
    report.print("%6s %12s %8s %12s %14s\n", "k", "correlation", "slope",
                 "at PMI 0", "minus log k");
    print_line(one, report);
    print_line(many, report);
    claim_logarithms(one, many, report);
    show_bayes(corpus, counts, models[1], negative_samples[1], report);
}
// [snip:show-logarithms]

}  // namespace nn
