#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "nn/io/progress.hpp"
#include "nn/io/synsets.hpp"
#include "nn/philox.hpp"
#include "nn/word2vec.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:score-of-pair]
/// \brief What the vectors and biases say of a cell's logarithm.
double score_of(const GloveEmbedding& learnt, const Cell& cell) {
    const float products =
        arma::dot(learnt.word.col(cell.row), learnt.context.col(cell.column));
    return static_cast<double>(products + learnt.word_bias[cell.row] +
                               learnt.context_bias[cell.column]);
}

/// \brief Sums for a correlation, told pair by pair.
struct Correlation {
    double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0, squares = 0;

    void add(double a, double b) {
        n += 1, x += a, y += b, xx += a * a, yy += b * b, xy += a * b;
        squares += (a - b) * (a - b);
    }
    double value() const {
        const double covariance = xy - x * y / n;
        return covariance / std::sqrt((xx - x * x / n) * (yy - y * y / n));
    }
};
// [snip:score-of-pair]

}  // namespace

// [snip:show-log-x]
void show_log_x(const GloveStudy& study, Report& report) {
    report.section("log-x", "What the vectors say of each cell");
    constexpr std::array<double, 5> from{0.0, 1.0, 10.0, 100.0, 1000.0};
    std::array<Correlation, from.size()> bins;
    Correlation common;
    Csv sample({"log_x", "score"});
    const CounterRng rng(7, 5);
    std::uint64_t index = 0;
    study.runs.for_each([&](std::span<const Cell> pairs) {
        for (const Cell& pair : pairs) {
            const double log_x = std::log(pair.x),
                         score = score_of(study.learnt, pair);
            std::size_t bin = from.size() - 1;
            while (pair.x < from[bin]) --bin;
            bins[bin].add(log_x, score);
            if (pair.x >= 10.0) common.add(log_x, score);
            // About as many points of common pairs as of rare ones.
            const double chance = bin == 0   ? 2e-4
                                  : bin == 1 ? 6e-4
                                  : bin == 2 ? 8e-3
                                             : 8e-2;
            if (rng.uniform(index++) < chance) sample.row({log_x, score});
        }
    });
    report.data("log_x.csv", sample);
    // [snip:show-log-x]
    // [snip:show-log-x-table]
    report.print("%16s %10s %12s %14s\n", "X", "pairs", "correlation", "misses by");
    for (std::size_t bin = 0; bin < from.size(); ++bin) {
        if (bins[bin].n < 3) continue;
        const double missed = std::sqrt(bins[bin].squares / bins[bin].n);
        report.print(
            "from %11g %10.0f %12.2f %14s\n", from[bin], bins[bin].n,
            bins[bin].value(),
            report.value("missed-" + std::to_string(bin), "%.2f", missed).c_str());
    }
    const double r = common.n >= 3 ? common.value() : 0.0;
    report.print("all from 10 on: correlation %s\n",
                 report.value("log-x-correlation", "%.3f", r).c_str());
    report.claim(
        {.id = "log-x",
         .statement = "The product of two words' vectors, with the biases, "
                      "is the logarithm of their cell.",
         .quantity = "correlation over the cells that count fully",
         .low = 0.95},
        r);
    // [snip:show-log-x-table]
    // [snip:show-biases]
    const arma::vec counts(study.corpus.vocabulary.counts());
    const arma::vec biases = arma::conv_to<arma::vec>::from(study.learnt.word_bias);
    const arma::vec log_counts = arma::log(counts);
    const arma::frowvec squares = arma::sum(arma::square(study.learnt.word), 0);
    const arma::vec lengths =
        arma::conv_to<arma::vec>::from(arma::frowvec(arma::sqrt(squares)));
    const auto with_count = [&](const arma::vec& x) {
        return arma::as_scalar(arma::cor(x, log_counts));
    };
    report.print(
        "correlation with the logarithm of a word's count: bias %s, length "
        "of w %s\n",
        report.value("bias-count", "%.2f", with_count(biases)).c_str(),
        report.value("length-count", "%.2f", with_count(lengths)).c_str());
    report.claim(
        {.id = "bias-frequency",
         .statement = "A word's bias is how common the word is.",
         .quantity = "correlation of the bias with the logarithm of the count",
         .low = 0.9},
        with_count(biases));
}
// [snip:show-biases]

// [snip:show-neighbours]
void show_neighbours(const GloveStudy& study, Report& report) {
    report.section("neighbours", "Who is near whom");
    const WordSpace space({words_of(study.corpus.vocabulary), study.learnt.word});
    for (const char* word :
         {"king", "wine", "egypt", "horse", "red", "seven", "daughter", "light"}) {
        if (!space.find(word)) continue;
        report.print("%-10s", word);
        for (const Neighbour& near : space.neighbours(word, 6))
            report.print(" %s", near.word.c_str());
        report.print("\n");
    }
    using Question = std::array<const char*, 3>;
    for (const Question& q :
         {Question{"man", "king", "woman"}, Question{"father", "son", "mother"},
          Question{"one", "first", "two"}}) {
        const auto known = [&](const char* word) { return space.find(word); };
        if (!std::all_of(q.begin(), q.end(), known)) continue;
        report.print("%s is to %s as %s is to", q[0], q[1], q[2]);
        for (const Neighbour& answer : space.analogy(q[0], q[1], q[2], 3))
            report.print(" %s", answer.word.c_str());
        report.print("\n");
    }
}
// [snip:show-neighbours]

// [snip:show-sides]
void show_sides(const SynonymTask& task, const GloveStudy& study, Report& report) {
    report.section("sides", "One vector, the other, or both");
    if (task.synonyms.empty()) return report.print("no synonyms in this text\n");
    const double w = synonym_score(task, study.learnt.word);
    const double c = synonym_score(task, study.learnt.context);
    const double sum =
        synonym_score(task, arma::fmat(study.learnt.word + study.learnt.context));
    report.print("%s pairs of synonyms; share of comparisons won\n",
                 report.value("synonyms", "%zu", task.synonyms.size()).c_str());
    report.print("w       %s\n", report.value("score-word", "%.3f", w).c_str());
    report.print("c       %s\n", report.value("score-context", "%.3f", c).c_str());
    report.print("w + c   %s\n", report.value("score-sum", "%.3f", sum).c_str());
    report.claim(
        {.id = "sum-better",
         .statement = "The sum of a word's two vectors is better than "
                      "either.",
         .quantity = "synonyms recognised by the sum less by the better one",
         .low = 0.005},
        sum - std::max(w, c));
}
// [snip:show-sides]

namespace {

// [snip:word2vec-for-as-long]
constexpr std::size_t word2vec_epochs = 5;  // no longer than GloVe, on two cores

WordEmbedding word2vec_for_as_long(const Options& options,
                                   const GloveStudy& study) {
    Word2VecOptions own{.epochs = options.quick ? 2 : word2vec_epochs,
                        .seed = options.seed,
                        .threads = options.threads};
    own.dimension = study.learnt.word.n_rows;
    const auto words = static_cast<std::size_t>(study.corpus.vocabulary.total());
    Progress bar("word2vec", "words", words * own.epochs);
    return train_word2vec(*study.corpus.tokens, study.corpus.vocabulary, own,
                          [&](std::size_t n) { bar.step(n); });
}
// [snip:word2vec-for-as-long]

}  // namespace

// [snip:show-equal-time]
void show_equal_time(const Options& options, const SynonymTask& task,
                     const GloveStudy& study, Report& report) {
    report.section("equal-time", "word2vec, for as long");
    if (task.synonyms.empty()) return report.print("no synonyms in this text\n");
    WordEmbedding other;
    const double time =
        seconds([&] { other = word2vec_for_as_long(options, study); });
    const double own = synonym_score(task, study.learnt.word);
    const double score = synonym_score(task, other.centre);
    report.print("GloVe     %s s of counting, %s s of learning, synonyms %.3f\n",
                 report.value("counting", "%.1f", study.counting).c_str(),
                 report.value("learning-time", "%.1f", study.learning).c_str(),
                 own);
    report.print(
        "word2vec  %s s, %s epochs, synonyms %s\n",
        report.value("word2vec-time", "%.1f", time).c_str(),
        report.value("epochs", "%zu", options.quick ? 2 : word2vec_epochs).c_str(),
        report.value("score-word2vec", "%.3f", score).c_str());
    report.claim({.id = "as-good-as-word2vec",
                  .statement = "In the same time GloVe's vectors become as good as "
                               "word2vec's.",
                  .quantity = "synonyms recognised by GloVe less by word2vec",
                  .low = -0.01},
                 own - score);
}
// [snip:show-equal-time]

namespace {

// [snip:medium-table]
constexpr std::size_t medium_words = 3000;

/// \brief How well vectors of the common words know synonyms; 0 without any.
double score_of_common(const Options& options, const GloveStudy& study,
                       const GloveEmbedding& learnt) {
    std::vector<WordCount> counts;
    for (Token token = 0; token < learnt.word.n_cols; ++token)
        counts.push_back({study.corpus.vocabulary.word(token),
                          study.corpus.vocabulary.count(token)});
    Rng rng(options.seed);
    const SynonymTask task =
        synonym_task(read_synsets(), Vocabulary(std::move(counts), 1.0), rng);
    return task.synonyms.empty() ? 0.0 : synonym_score(task, learnt.word);
}
// [snip:medium-table]

}  // namespace

// [snip:show-no-weighting]
void show_no_weighting(const Options& options, const GloveStudy& study,
                       Report& report) {
    report.section("no-weighting", "If every cell counts fully");
    CommonWords common(*study.corpus.tokens, medium_words);
    const std::size_t words =
        std::min(medium_words, study.corpus.vocabulary.size());
    const CellRuns runs(common, {});
    std::array<double, 2> scores{};
    for (const bool weighted : {true, false}) {
        const GloveWeighting weighting{.power = weighted ? 0.75 : 0.0};
        const GloveEmbedding learnt =
            train_with_progress(BlockFile(runs, weighting), words,
                                glove_options(options, 30), "without weights");
        scores[weighted] = score_of_common(options, study, learnt);
        report.print("%-22s cost %.4f, synonyms %.3f\n",
                     weighted ? "as the paper weights" : "every cell alike",
                     learnt.costs.back(), scores[weighted]);
    }
    report.claim({.id = "weights-matter",
                  .statement = "Without the weights the vectors are worse.",
                  .quantity = "synonyms recognised with weights less without",
                  .low = 0.02},
                 scores[true] - scores[false]);
}
// [snip:show-no-weighting]

}  // namespace nn
