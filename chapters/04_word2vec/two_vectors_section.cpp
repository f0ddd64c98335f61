#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include "nn/word_vectors.hpp"
#include "pair_counts.hpp"
#include "pair_loss.hpp"
#include "sections.hpp"
#include "text_part.hpp"

namespace nn {

namespace {

// [snip:column-of]
std::span<const float> column_of(const arma::fmat& X, Token word) {
    return {X.colptr(word), X.n_rows};
}
// [snip:column-of]

// [snip:two-correlations]
/// \brief How well each of two scores of two words follows their mutual
/// information: both roles, and centre vectors alone.
struct TwoCorrelations {
    std::size_t pairs = 0;
    double both = 0.0, centre_alone = 0.0;
};

TwoCorrelations two_correlations(const PairCounts& counts,
                                 const WordEmbedding& embedding,
                                 double least_count) {
    std::vector<double> information, both, alone;
    for (const auto& [pair, count] : counts.pairs()) {
        if (count < least_count || pair.first == pair.second) continue;
        const auto w = column_of(embedding.centre, pair.first);
        information.push_back(counts.pmi_of(pair));
        both.push_back(
            pair_score<float>(w, column_of(embedding.neighbour, pair.second)));
        alone.push_back(
            pair_score<float>(w, column_of(embedding.centre, pair.second)));
    }
    if (information.size() < 100) return {};
    const auto with = [&](const std::vector<double>& scores) {
        return arma::as_scalar(
            arma::cor(arma::vec(information), arma::vec(scores)));
    };
    return {information.size(), with(both), with(alone)};
}
// [snip:two-correlations]

// [snip:likeliest]
/// \brief The three words of the first thousand with the largest w · x, for the x
/// of each column; the word itself is left out.
std::string likeliest(Token word, const arma::fvec& w, const arma::fmat& X,
                      const Vocabulary& vocabulary) {
    const arma::uword n = std::min<arma::uword>(X.n_cols, 1000);
    const arma::fvec scores = X.head_cols(n).t() * w;
    const arma::uvec order = arma::stable_sort_index(scores, "descend");
    std::string words;
    for (arma::uword i = 0, shown = 0; shown < 3 && i < n; ++i) {
        if (order[i] == word) continue;
        words += " " + vocabulary.word(static_cast<Token>(order[i]));
        ++shown;
    }
    return words;
}
// [snip:likeliest]

// [snip:print-roles]
void print_roles(const Study& study, const WordEmbedding& embedding,
                 Report& report) {
    const Vocabulary& vocabulary = study.corpus.vocabulary;
    const arma::fmat unit = arma::normalise(embedding.centre);  // d × V
    report.print("%-8s  %-28s %s\n", "", "stands beside: largest w·c",
                 "stands in for: largest cosine");
    for (const std::string& word :
         known_words({"drink", "shed", "king", "seven", "red"}, vocabulary)) {
        const Token token = *vocabulary.find(word);
        const arma::fvec w = unit.col(token);
        report.print("%-8s %-29s%s\n", word.c_str(),
                     likeliest(token, w, embedding.neighbour, vocabulary).c_str(),
                     likeliest(token, w, unit, vocabulary).c_str());
    }
    report.print("\n");
}
// [snip:print-roles]

// [snip:claim-roles]
void claim_roles(const Study& study, const WordEmbedding& embedding,
                 Report& report) {
    const std::vector<Token> text =
        first_lines(*study.corpus.tokens, study.options.quick ? 50'000 : 400'000);
    TokenArray tokens(text);
    const TwoCorrelations found = two_correlations(
        PairCounts(tokens, study.corpus.vocabulary.size(), 5), embedding, 20.0);
    if (found.pairs == 0)
        return report.print("too few frequent pairs to compare\n");
    report.print("\ncorrelation with mutual information, %zu frequent pairs\n",
                 found.pairs);
    report.print("  centre with neighbour   %s\n",
                 report.value("roles-both", "%.3f", found.both).c_str());
    report.print("  centre with centre      %s\n",
                 report.value("roles-alone", "%.3f", found.centre_alone).c_str());
    report.claim(
        {.id = "company-lost",
         .statement = "Without the neighbour vectors it is lost who stands "
                      "beside whom.",
         .quantity = "correlation with mutual information, both roles less "
                     "one",
         .low = 0.2,
         .high = 2.0},
        found.both - found.centre_alone);
}
// [snip:claim-roles]

}  // namespace

// [snip:show-two-vectors]
void show_two_vectors(const Study& study, const WordEmbedding& embedding,
                      Report& report) {
    report.section("two-vectors", "Two vectors for each word");
    print_roles(study, embedding, report);
    if (has_synonyms(study.synonyms)) {
        const auto score = [&](const char* id, const char* name,
                               const arma::fmat& vectors) {
            const double found = synonym_score(study.synonyms, vectors);
            report.print("%-26s %s\n", name,
                         report.value(id, "%.4f", found).c_str());
            return found;
        };
        const arma::fmat mean = (embedding.centre + embedding.neighbour) / 2.0F;
        const arma::fmat joined =
            arma::join_cols(embedding.centre, embedding.neighbour);  // 2d × V
        const double alone =
            score("score-centre", "centre alone", embedding.centre);
        score("score-neighbour", "neighbour alone", embedding.neighbour);
        const double best =
            std::max(score("score-mean", "their mean", mean),
                     score("score-joined", "one above the other", joined));
        report.claim(
            {.id = "thrown-away",
             .statement = "For what words mean, nothing is lost when the "
                          "neighbour vectors are thrown away.",
             .quantity = "best score with both less that of the centre alone",
             .low = -1.0,
             .high = 0.005},
            best - alone);
    }
    claim_roles(study, embedding, report);
}
// [snip:show-two-vectors]

}  // namespace nn
