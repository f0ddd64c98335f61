#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "nn/io/progress.hpp"
#include "nn/io/stopwatch.hpp"
#include "nn/io/synsets.hpp"
#include "nn/word2vec.hpp"
#include "sections.hpp"

namespace nn {

// [snip:show-neighbours]
void show_neighbours(const GloveStudy& study, Report& report) {
    report.section("neighbours", "Who is near whom");
    const WordSpace space({study.corpus.vocabulary.words(), study.learnt.word});
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
constexpr std::size_t word2vec_epochs = 4;  // no longer than GloVe, on two cores

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
        seconds_of([&] { other = word2vec_for_as_long(options, study); });
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

/// \brief The synonyms among the first words of the vocabulary; none without
/// WordNet.
SynonymTask common_synonyms(const Options& options, const GloveStudy& study,
                            std::size_t words) {
    std::vector<WordCount> counts;
    for (Token token = 0; token < words; ++token)
        counts.push_back({study.corpus.vocabulary.word(token),
                          study.corpus.vocabulary.count(token)});
    Rng rng(options.seed);
    return synonym_task(read_synsets(), Vocabulary(std::move(counts), 1.0), rng);
}
// [snip:medium-table]

}  // namespace

// [snip:show-no-weighting]
void show_no_weighting(const Options& options, const GloveStudy& study,
                       Report& report) {
    report.section("no-weighting", "If every cell counts fully");
    const std::size_t words =
        std::min(medium_words, study.corpus.vocabulary.size());
    const TableSizes sizes = sizes_of(study.runs, words);
    report.print("%zu words, %.0f cells, %s of them at most 1\n", words,
                 sizes.cells,
                 report
                     .value("medium-small-cells", "%.0f %%",
                            100.0 * sizes.at_most_one / sizes.cells)
                     .c_str());
    const SynonymTask synonyms = common_synonyms(options, study, words);
    std::array<double, 2> scores{};
    for (const bool weighted : {true, false}) {
        const GloveWeighting weighting{.power = weighted ? 0.75 : 0.0};
        const GloveEmbedding learnt =
            train_with_progress(BlockFile(study.runs, weighting, words), words,
                                glove_options(options, 30, 10), "without weights");
        if (!synonyms.synonyms.empty())
            scores[weighted] = synonym_score(synonyms, learnt.word);
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
