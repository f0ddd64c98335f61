#include <string>
#include <vector>

#include "nn/parallel.hpp"
#include "nn/word_vectors.hpp"
#include "sections.hpp"
#include "simple_word2vec.hpp"
#include "text_part.hpp"

namespace nn {

namespace {

// [snip:three-trainers]
/// \brief The same words learnt three ways.
struct ThreeTrainers {
    WordEmbedding skip_gram, cbow, fast;
};

/// \brief Twice the rate, as word2vec's program has it.
Word2VecOptions for_cbow(Word2VecOptions options) {
    options.learning_rate *= 2.0;
    return options;
}

ThreeTrainers three_trainers(const std::vector<Token>& text,
                             const Vocabulary& vocabulary,
                             const Word2VecOptions& options, unsigned threads) {
    ThreeTrainers all;
    for_each_shard(3, threads, [&](std::size_t which) {
        TokenArray tokens(text);
        if (which == 0)
            all.skip_gram = train_pair_by_pair(tokens, vocabulary, options,
                                               Architecture::skip_gram);
        else if (which == 1)
            all.cbow = train_pair_by_pair(tokens, vocabulary, for_cbow(options),
                                          Architecture::cbow);
        else
            all.fast = train_word2vec(tokens, vocabulary, options);
    });
    return all;
}
// [snip:three-trainers]

// [snip:print-trainers]
void print_trainers(const ThreeTrainers& all, const SynonymTask& synonyms,
                    Report& report) {
    const double skip_gram = synonym_score(synonyms, all.skip_gram.centre);
    const double cbow = synonym_score(synonyms, all.cbow.neighbour);
    const double fast = synonym_score(synonyms, all.fast.centre);
    report.print("%-32s %8s\n", "", "score");
    report.print("%-32s %8s\n", "skip-gram",
                 report.value("score-skip-gram", "%.4f", skip_gram).c_str());
    report.print("%-32s %8s\n", "CBOW",
                 report.value("score-cbow", "%.4f", cbow).c_str());
    report.print("%-32s %8s\n", "skip-gram, the fast version",
                 report.value("score-fast", "%.4f", fast).c_str());
    report.claim({.id = "skip-gram-ahead",
                  .statement = "From a short text skip-gram learns more than CBOW.",
                  .quantity = "skip-gram's score less CBOW's",
                  .low = 0.01,
                  .high = 1.0},
                 skip_gram - cbow);
    report.claim({.id = "fast-as-good",
                  .statement = "The fast version's vectors are as good as those "
                               "learnt pair by pair.",
                  .quantity = "its score less the other's",
                  .low = -0.02,
                  .high = 1.0},
                 fast - skip_gram);
}
// [snip:print-trainers]

}  // namespace

// [snip:show-architectures]
void show_architectures(const Study& study, Report& report) {
    report.section("architectures", "Skip-gram and CBOW, pair by pair");
    Word2VecOptions options{
        .dimension = 50, .learning_rate = 0.025, .seed = study.options.seed};
    options.epochs = study.options.quick ? 1 : 6;
    const std::vector<Token> first =
        first_lines(*study.corpus.tokens, study.options.quick ? 40'000 : 100'000);
    const HeldOutText text = hold_out(first, study.corpus.vocabulary, 5.0);
    const SynonymTask synonyms = synonyms_of(study, text.vocabulary);
    report.print("%.0f words, %zu different, %zu pairs of synonyms\n\n",
                 text.vocabulary.total(), text.vocabulary.size(),
                 synonyms.synonyms.size());
    if (!has_synonyms(synonyms))
        return report.print("too few synonyms for a score\n");
    print_trainers(
        three_trainers(text.train, text.vocabulary, options, study.options.threads),
        synonyms, report);
}
// [snip:show-architectures]

// [snip:show-training]
WordEmbedding show_training(const Study& study, Report& report) {
    report.section("training", "All of the text");
    Word2VecOptions options;
    if (study.options.quick) options.epochs = 1;
    report.print("dimension %zu, window %zu, %zu negative samples, %zu epochs\n",
                 options.dimension, options.context_window,
                 options.negative_samples, options.epochs);
    WordEmbedding embedding = trained("Training", study, *study.corpus.tokens,
                                      study.corpus.vocabulary, options);
    const double parameters = 2.0 * static_cast<double>(embedding.centre.n_elem);
    report.print("parameters    %s\n",
                 report.value("parameters", "%.0f", parameters).c_str());
    if (!has_synonyms(study.synonyms)) return embedding;
    report.print(
        "pairs of synonyms    %s\n",
        report.value("synonyms", "%zu", study.synonyms.synonyms.size()).c_str());
    report.claim({.id = "meaning-shows",
                  .statement = "A word's meaning shows in its neighbours: synonyms "
                               "are nearer than random words as common.",
                  .quantity = "share of comparisons; chance is 0.5",
                  .low = 0.65,
                  .high = 1.0},
                 synonym_score(study.synonyms, embedding.centre));
    return embedding;
}
// [snip:show-training]

}  // namespace nn
