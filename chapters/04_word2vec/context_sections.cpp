#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "nn/parallel.hpp"
#include "nn/word_vectors.hpp"
#include "sections.hpp"
#include "simple_word2vec.hpp"
#include "text_part.hpp"

namespace nn {

namespace {

// [snip:shuffled-texts]
/// \brief The same text with its blocks of so many words in random order, in lines
/// as long as before.
std::vector<Token> in_blocks(std::vector<Token> text, std::size_t block, Rng& rng) {
    std::erase(text, line_end);
    std::vector<Token> shuffled;
    for (const std::size_t at : rng.permutation(text.size() / block)) {
        const auto begin = text.begin() + static_cast<std::ptrdiff_t>(at * block);
        shuffled.insert(shuffled.end(), begin,
                        begin + static_cast<std::ptrdiff_t>(block));
        if ((shuffled.size() + 1) % 1001 == 0) shuffled.push_back(line_end);
    }
    return shuffled;
}
// [snip:shuffled-texts]

}  // namespace

// [snip:show-local-context]
void show_local_context(const Study& study, Report& report) {
    report.section("local-context", "The text in pieces");
    if (!has_synonyms(study.synonyms))
        return report.print("too few synonyms for a score\n");
    const std::vector<Token> text =
        first_lines(*study.corpus.tokens, study.options.quick ? 100'000 : 400'000);
    Word2VecOptions options{.dimension = 50, .epochs = 2};
    const HeldOutText part = hold_out(text, study.corpus.vocabulary, 5.0);
    const SynonymTask synonyms = synonyms_of(study, part.vocabulary);
    if (!has_synonyms(synonyms))
        return report.print("too few synonyms for a score\n");
    const auto score = [&](const std::string& name, std::vector<Token> tokens) {
        TokenArray stream(std::move(tokens));
        const WordEmbedding embedding =
            trained(name, study, stream, part.vocabulary, options);
        const double found = synonym_score(synonyms, embedding.centre);
        report.print("%-36s %.4f\n", name.c_str(), found);
        return found;
    };
    Rng rng(study.options.seed);
    const double whole = score("as it was written", part.train);
    const double blocks =
        score("blocks of 25 words in random order", in_blocks(part.train, 25, rng));
    const double words =
        score("words in random order", in_blocks(part.train, 1, rng));
    report.claim(
        {.id = "wide-context",
         .statement = "What stands further away than the window is not seen: "
                      "the text in random pieces teaches as much.",
         .quantity = "score with pieces less score with the text",
         .low = -0.02,
         .high = 0.02},
        blocks - whole);
    report.claim(
        {.id = "near-context",
         .statement = "What stands within the window is all: words in random "
                      "order teach nothing.",
         .quantity = "score less 0.5, which is chance",
         .low = -0.05,
         .high = 0.05},
        words - 0.5);
}
// [snip:show-local-context]

namespace {

// [snip:mean-cosine]
/// \brief The mean cosine of words beside each other in the vocabulary.
double mean_cosine(const arma::fmat& vectors) {
    double sum = 0.0;
    for (arma::uword i = 0; i + 1 < vectors.n_cols; ++i)
        sum +=
            cosine(std::span<const float>(vectors.colptr(i), vectors.n_rows),
                   std::span<const float>(vectors.colptr(i + 1), vectors.n_rows));
    return sum / static_cast<double>(vectors.n_cols - 1);
}
// [snip:mean-cosine]

// [snip:failure]
struct Failure {
    std::string name;
    std::size_t negative_samples;
    double learning_rate;
    double cosine = 0.0, score = 0.0;
};
// [snip:failure]

}  // namespace

// [snip:show-failures]
void show_failures(const Study& study, Report& report) {
    report.section("failures",
                   "Without negative samples, and with too large a step");
    const std::vector<Token> first =
        first_lines(*study.corpus.tokens, study.options.quick ? 50'000 : 150'000);
    const HeldOutText text = hold_out(first, study.corpus.vocabulary, 5.0);
    const SynonymTask synonyms = synonyms_of(study, text.vocabulary);
    std::vector<Failure> runs{{"as usual", 5, 0.025},
                              {"no negative samples", 0, 0.025},
                              {"a hundred times the rate", 5, 2.5}};
    for_each_shard(runs.size(), study.options.threads, [&](std::size_t i) {
        TokenArray tokens(text.train);
        const WordEmbedding embedding =
            train_pair_by_pair(tokens, text.vocabulary,
                               {.dimension = 20,
                                .negative_samples = runs[i].negative_samples,
                                .epochs = 2,
                                .learning_rate = runs[i].learning_rate,
                                .seed = study.options.seed},
                               Architecture::skip_gram);
        runs[i].cosine = mean_cosine(embedding.centre);
        if (has_synonyms(synonyms))
            runs[i].score = synonym_score(synonyms, embedding.centre);
    });
    report.print("%-26s %22s %10s\n", "", "mean cosine of words", "score");
    for (const Failure& run : runs)
        report.print("%-26s %22.4f %10.4f\n", run.name.c_str(), run.cosine,
                     run.score);
    report.value("usual-cosine", "%.2f", runs[0].cosine);
    report.claim({.id = "no-negatives",
                  .statement = "Without negative samples all words end up in one "
                               "direction.",
                  .quantity = "mean cosine of two words",
                  .low = 0.9,
                  .high = 1.0},
                 runs[1].cosine);
    if (!has_synonyms(synonyms)) return;
    report.claim({.id = "rate-too-large",
                  .statement = "A hundred times the learning rate destroys what is "
                               "learnt.",
                  .quantity = "score less the score with the usual rate",
                  .low = -0.5,
                  .high = -0.02},
                 runs[2].score - runs[0].score);
}
// [snip:show-failures]

}  // namespace nn
