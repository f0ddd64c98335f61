#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "contexts.hpp"
#include "last_answer.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:context-network]
constexpr std::size_t vector_size = 32;

/// \brief Words as columns, each the same number of sequences: the last `steps` of
/// each piece of text.
MemoryBatch batch_of(const arma::fmat& vectors, std::span<const WordContext> pieces,
                     std::span<const Token> texts, std::size_t steps) {
    MemoryBatch batch{.sequences = pieces.size(),
                      .symbols = {texts.begin(), texts.end()}};
    batch.X.set_size(vectors.n_rows, steps * pieces.size());  // size × T B
    for (std::size_t t = 0; t < steps; ++t)
        for (std::size_t s = 0; s < pieces.size(); ++s)
            batch.X.col(t * pieces.size() + s) =
                vectors.col(pieces[s][context_words - steps + t]);
    return batch;
}

/// \brief Pieces of both texts, drawn by chance.
MemoryBatch random_pieces(const arma::fmat& vectors, const TwoTexts& all,
                          Rng& rng) {
    std::vector<WordContext> pieces(20);
    std::vector<Token> texts(pieces.size());
    for (std::size_t s = 0; s < pieces.size(); ++s) {
        texts[s] = static_cast<Token>(rng.interval(1));
        pieces[s] = all[texts[s]][rng.interval(all[texts[s]].size() - 1)];
    }
    return batch_of(vectors, pieces, texts, context_words);
}
// [snip:context-network]

// [snip:learn-texts]
/// \brief A GRU that reads pieces of text and says which text they are from, over
/// random vectors of words that stay as they are.
LastAnswer learn_texts(const ContextStudy& study, const arma::fmat& vectors,
                       Rng& rng) {
    LastAnswer network({.cell = CellKind::gru,
                        .inputs = vector_size,
                        .hidden = 16,
                        .answers = 2,
                        .gate_bias = 1.0},
                       rng);
    Adam<float> adam({.learning_rate = 0.01F});
    network.train({.updates = 1500, .longest_gradient = 1.0}, adam,
                  [&] { return random_pieces(vectors, study.to_learn, rng); });
    return network;
}
// [snip:learn-texts]

// [snip:tell-words]
/// \brief The shares of a word's occurrences that are told apart: by its vector
/// alone, and in its context.
struct ToldApart {
    double by_vector = 0.0, by_state = 0.0;
};

ToldApart tell_word(const WordInContexts& word, const arma::fmat& vectors,
                    LastAnswer& network) {
    std::vector<WordContext> pieces = word.contexts[0];
    std::vector<Token> texts(pieces.size(), 0);
    pieces.insert(pieces.end(), word.contexts[1].begin(), word.contexts[1].end());
    texts.resize(pieces.size(), 1);
    return {network.accuracy(batch_of(vectors, pieces, texts, 1)),
            network.accuracy(batch_of(vectors, pieces, texts, context_words))};
}

/// \brief Prints each word; returns the means of those with several senses or one.
ToldApart tell_words(const ContextStudy& study, bool several,
                     const arma::fmat& vectors, LastAnswer& network,
                     Report& report) {
    ToldApart mean;
    double count = 0.0;
    for (const WordInContexts& word : study.words) {
        if (word.several_senses != several) continue;
        const ToldApart told = tell_word(word, vectors, network);
        report.print("%-10s %-10s %6zu %10.2f %10.2f\n", word.word.c_str(),
                     several ? "several" : "one sense", word.contexts[0].size(),
                     told.by_vector, told.by_state);
        mean.by_vector += told.by_vector, mean.by_state += told.by_state,
            count += 1.0;
    }
    return {mean.by_vector / count, mean.by_state / count};
}
// [snip:tell-words]

// [snip:claim-told-apart]
void claim_told_apart(const ToldApart& several, const ToldApart& single,
                      Report& report) {
    report.print("mean, several senses %s, one sense %s\n",
                 report.value("told-several", "%.3f", several.by_state).c_str(),
                 report.value("told-single", "%.3f", single.by_state).c_str());
    report.claim(
        {.id = "one-vector",
         .statement = "One vector a word does not know the context.",
         .quantity = "texts told apart by the word's vector; chance is 0.5",
         .low = 0.5,
         .high = 0.5},
        several.by_vector);
    report.claim(
        {.id = "two-states",
         .statement = "The same word in two contexts gets two states.",
         .quantity = "texts told apart by the state at a word of several senses",
         .low = 0.75},
        several.by_state);
    report.claim(
        {.id = "state-knows-sense",
         .statement =
             "Words of several senses are told apart better than words of one.",
         .quantity = "difference of the shares told apart",
         .low = 0.05},
        several.by_state - single.by_state);
}
// [snip:claim-told-apart]

// [snip:enough-words]
/// \brief At least three words of each kind, and something to learn from.
bool enough_words(const ContextStudy& study) {
    const auto several = std::count_if(
        study.words.begin(), study.words.end(),
        [](const WordInContexts& word) { return word.several_senses; });
    return !study.to_learn[0].empty() && !study.to_learn[1].empty() &&
           several >= 3 && std::ptrdiff_t(study.words.size()) >= several + 3;
}
// [snip:enough-words]

}  // namespace

// [snip:show-two-contexts]
void show_two_contexts(const Options& options, Report& report) {
    report.section("two-contexts", "One word, two contexts");
    const ContextStudy study = read_contexts(options);
    if (!enough_words(study))
        return report.print("too few of the words that this section asks about\n");
    Rng rng(options.seed);
    arma::fmat vectors(vector_size, study.vocabulary);  // size × words
    for (float& x : vectors) x = static_cast<float>(rng.normal());
    LastAnswer network = learn_texts(study, vectors, rng);
    report.print("%-10s %-10s %6s %10s %10s\n", "word", "", "times", "by vector",
                 "by state");
    const ToldApart several = tell_words(study, true, vectors, network, report);
    const ToldApart single = tell_words(study, false, vectors, network, report);
    claim_told_apart(several, single, report);
}
// [snip:show-two-contexts]

}  // namespace nn
