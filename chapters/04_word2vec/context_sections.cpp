#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "nn/lines.hpp"
#include "nn/parallel.hpp"
#include "nn/sigmoid.hpp"
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

// [snip:local-task]
/// \brief A text, its synonyms, and what vectors of it score.
struct LocalTask {
    HeldOutText text;
    SynonymTask synonyms;
};

double score_of(const Study& study, const LocalTask& task, const std::string& name,
                std::vector<Token> tokens, Report& report) {
    TokenArray stream(std::move(tokens));
    Word2VecOptions options{.dimension = 50, .learning_rate = 0.025};
    options.epochs = study.options.quick ? 2 : 20;
    const WordEmbedding embedding =
        trained(name, study, stream, task.text.vocabulary, options);
    const double found = synonym_score(task.synonyms, embedding.centre);
    report.print("%-36s %.4f\n", name.c_str(), found);
    return found;
}
// [snip:local-task]

// [snip:claim-context]
void claim_context(double whole, double blocks, double words, Report& report) {
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
// [snip:claim-context]

}  // namespace

// [snip:show-local-context]
void show_local_context(const Study& study, Report& report) {
    report.section("local-context", "The text in pieces");
    LocalTask task{part_of(study, 120'000, 5.0), {}};
    task.synonyms = synonyms_of(study, task.text.vocabulary);
    if (!has_synonyms(task.synonyms))
        return report.print("too few synonyms for a score\n");
    const std::vector<Token>& text = task.text.train;
    Rng rng(study.options.seed);
    const double whole = score_of(study, task, "as it was written", text, report);
    const double blocks =
        score_of(study, task, "blocks of 25 words in random order",
                 in_blocks(text, 25, rng), report);
    const double words = score_of(study, task, "words in random order",
                                  in_blocks(text, 1, rng), report);
    claim_context(whole, blocks, words, report);
}
// [snip:show-local-context]

namespace {

// [snip:says-yes]
/// \brief The share of random pairs of words that a model takes for neighbours:
/// w · c above 0.
double says_yes(const WordEmbedding& embedding, Rng& rng) {
    const arma::uword words = embedding.centre.n_cols;
    double yes = 0.0;
    constexpr int pairs = 20'000;
    for (int i = 0; i < pairs; ++i) {
        const auto w = static_cast<arma::uword>(rng.interval(words - 1));
        const auto c = static_cast<arma::uword>(rng.interval(words - 1));
        yes +=
            arma::dot(embedding.centre.col(w), embedding.neighbour.col(c)) > 0.0F;
    }
    return yes / pairs;
}
// [snip:says-yes]

// [snip:yes-price]
/// \brief The mean of −log σ(w · c) over pairs of the text: the price of the yes,
/// and all that is paid where nobody asks for a no.
double yes_price(const WordEmbedding& embedding,
                 const std::vector<TokenPair>& pairs) {
    double sum = 0.0;
    for (const TokenPair& pair : pairs)
        sum += softplus(
            -static_cast<double>(arma::dot(embedding.centre.col(pair.first),
                                           embedding.neighbour.col(pair.second))));
    return sum / static_cast<double>(pairs.size());
}
// [snip:yes-price]

// [snip:without-negatives]
/// \brief A model, and what the yes costs it after each epoch.
struct YesModel {
    WordEmbedding embedding;
    std::vector<double> prices;
};

YesModel with_negatives(const Study& study, const HeldOutText& text,
                        std::size_t negative_samples) {
    const Word2VecOptions options{.dimension = 20,
                                  .negative_samples = negative_samples,
                                  .epochs = 2,
                                  .learning_rate = 0.1,
                                  .seed = study.options.seed};
    const std::vector<TokenPair> pairs =
        pairs_of(text.train, options.context_window, 20'000);
    PairTrainer trainer(text.vocabulary, options, Architecture::skip_gram);
    TokenArray tokens(text.train);
    YesModel model;
    for (std::size_t epoch = 0; epoch < options.epochs; ++epoch) {
        for_each_token_line(
            tokens, [&](std::span<const Token> line) { trainer.learn(line); });
        model.embedding = trainer.embedding();
        model.prices.push_back(yes_price(model.embedding, pairs));
    }
    return model;
}
// [snip:without-negatives]

}  // namespace

// [snip:show-failure]
void show_failure(const Study& study, Report& report) {
    report.section("no-negatives", "Without negative samples");
    const HeldOutText text =
        part_of(study, study.options.quick ? 50'000 : 150'000, 5.0);
    const SynonymTask synonyms = synonyms_of(study, text.vocabulary);
    std::vector<YesModel> models(2);  // with five, and with none
    for_each_shard(2, study.options.threads, [&](std::size_t i) {
        models[i] = with_negatives(study, text, i == 0 ? 5 : 0);
    });
    std::vector<double> yes;
    report.print("%-22s %12s %22s\n", "", "yes to two", "price of a yes after");
    report.print("%-22s %12s %13s %8s %8s\n", "", "random words", "epoch 1",
                 "epoch 2", "score");
    for (std::size_t i = 0; i < 2; ++i) {
        Rng rng(study.options.seed);
        const auto& [embedding, prices] = models[i];
        yes.push_back(says_yes(embedding, rng));
        report.print("%-22s %12.4f %13.4f %8.4f",
                     i == 0 ? "five negative samples" : "none", yes[i], prices[0],
                     prices[1]);
        if (has_synonyms(synonyms))
            report.print(" %8.4f", synonym_score(synonyms, embedding.centre));
        report.print("\n");
    }
    report.value("loss-first", "%.4f", models[1].prices.front());
    report.value("loss-last", "%.4f", models[1].prices.back());
    report.value("usual-yes", "%.2f", yes[0]);
    report.claim(
        {.id = "no-negatives",
         .statement = "Without negative samples the model learns to say yes "
                      "to everything.",
         .quantity = "share of random pairs taken for neighbours",
         .low = 0.9,
         .high = 1.0},
        yes[1]);
}
// [snip:show-failure]

}  // namespace nn
