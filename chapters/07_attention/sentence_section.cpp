#include <algorithm>
#include <string>
#include <vector>

#include "gap_reading.hpp"
#include "masked_word_section.hpp"
#include "nn/io/text.hpp"
#include "weight_table.hpp"

namespace nn {

namespace {

// [snip:sentence-weights]
/// \brief What each token, hidden in its turn, looks at: the mean of the heads,
/// tokens × current tokens; and the model's first guesses.
struct SentenceWeights {
    arma::mat A;
    std::vector<std::vector<Token>> guesses;
};

SentenceWeights weights_of(const Sentence& sentence, const GapModel& model) {
    const std::size_t n = sentence.tokens.size();
    SentenceWeights all{arma::mat(n, n), {}};
    for (std::size_t current = 0; current < n; ++current) {
        const GapAnswer answer =
            answer_gap(model, Gap{sentence.tokens, current}, 3);
        const arma::fvec mean = arma::mean(answer.weights, 1);  // tokens
        all.A.col(current) = arma::conv_to<arma::vec>::from(mean);
        all.guesses.push_back(answer.guesses);
    }
    return all;
}
// [snip:sentence-weights]

// [snip:name-unknown]
void name_unknown(const Sentence& sentence, Report& report) {
    std::string unknown;
    for (std::size_t i = 0; i < sentence.words.size(); ++i)
        if (sentence.tokens[i] == unknown_word)
            unknown += (unknown.empty() ? "" : ", ") + sentence.words[i];
    if (unknown.empty()) return;
    report.print("unknown, and padding here: %s\n\n",
                 shortened(unknown, 42).c_str());
}
// [snip:name-unknown]

// [snip:print-cut-table]
/// \brief Of a long sentence, for each current token the words that it looks at
/// most.
void print_most_looked_at(const Sentence& sentence, const arma::mat& A,
                          Report& report) {
    constexpr arma::uword most = 4;
    for (arma::uword current = 0; current < A.n_cols; ++current) {
        const arma::uvec order = arma::stable_sort_index(A.col(current), "descend");
        const arma::uvec first = order.head(most);
        std::vector<std::string> keys;
        for (const arma::uword key : first) keys.push_back(sentence.words[key]);
        const arma::vec column = A.col(current);
        print_weight_table(keys, {sentence.words[current]},
                           arma::mat(column.elem(first)), report);
    }
}
// [snip:print-cut-table]

// [snip:print-guesses]
void print_guesses(const Sentence& sentence, const SentenceWeights& weights,
                   const VerseText& text, Report& report) {
    report.print("\n%sguesses in its place\n", table_cell("hidden", 16).c_str());
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
        std::string guesses;
        for (const Token guess : weights.guesses[i])
            guesses += (guesses.empty() ? "" : ", ") + text.vocabulary.word(guess);
        report.print("%s%s\n", table_cell(sentence.words[i], 16).c_str(),
                     guesses.c_str());
    }
}
// [snip:print-guesses]

// [snip:sentence-data]
void keep_weights(const Sentence& sentence, const arma::mat& A, Report& report) {
    Csv table({"key", "query", "token", "current", "weight"});
    for (arma::uword q = 0; q < A.n_cols; ++q)
        for (arma::uword k = 0; k < A.n_rows; ++k)
            table.row({double(k), double(q), sentence.words[k], sentence.words[q],
                       A(k, q)});
    report.data("sentence.csv", table);
}
// [snip:sentence-data]

}  // namespace

// [snip:show-sentence]
void show_sentence(const Sentence& sentence, const VerseText& text,
                   const GapModel& model, Report& report) {
    constexpr std::size_t whole = 8;  // tokens of a sentence whose table is printed
    report.section("sentence", "Token, current token, weights");
    name_unknown(sentence, report);
    const SentenceWeights weights = weights_of(sentence, model);
    if (sentence.words.size() <= whole)
        print_weight_table(sentence.words, sentence.words, weights.A, report);
    else
        print_most_looked_at(sentence, weights.A, report);
    print_guesses(sentence, weights, text, report);
    keep_weights(sentence, weights.A, report);
}
// [snip:show-sentence]

}  // namespace nn
