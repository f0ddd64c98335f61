#include <algorithm>
#include <armadillo>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "contexts.hpp"
#include "nn/elman_cell.hpp"
#include "nn/recurrent_step.hpp"
#include "sections.hpp"
#include "weights.hpp"

namespace nn {

namespace {

// [snip:random-reader]
/// \brief Elman's network with random weights that nobody trains, over random
/// vectors of words: an echo state network.
class RandomReader {
public:
    RandomReader(std::size_t words, Rng& rng)
        : vectors_(size, words),
          all_(units * (size + units + 1)),
          weights_(recurrent_weights<double>(all_, units, size, units)) {
        rng.fill_normal({vectors_.memptr(), vectors_.n_elem});
        for (double& w : weights_.input)
            w = 0.5 / std::sqrt(double(size)) * rng.normal();
        const arma::mat W = matrix_of_radius(units, 0.9, rng);  // units × units
        std::copy(W.begin(), W.end(), weights_.recurrent.begin());
    }

    /// \brief The word's own vector, that says nothing of its context.
    arma::vec vector(Token word) const { return vectors_.col(word); }

    /// \brief The state after the last word.
    arma::vec state(const std::vector<Token>& words) const {
        const ElmanCell<double> cell;
        Unrolled<double> layer(cell,
                               {weights_.input, weights_.recurrent, weights_.bias});
        for (const Token word : words) layer.read({vectors_.colptr(word), size});
        const auto last = layer.hidden(words.size());
        return arma::vec(std::vector<double>(last.begin(), last.end()));
    }

private:
    static constexpr std::size_t size = 32, units = 64;
    arma::mat vectors_;  // size × words
    std::vector<double> all_;
    RecurrentWeights<double> weights_;
};
// [snip:random-reader]

// [snip:told-apart]
/// \brief What was seen at a word, a column each time: in the one text and in the
/// other. Every second column is to learn from, the rest to be judged.
using Seen = std::array<arma::mat, 2>;

arma::mat every_second(const arma::mat& columns, arma::uword first) {
    return columns.cols(arma::regspace<arma::uvec>(first, 2, columns.n_cols - 1));
}

/// \brief Fisher's direction: along it the two texts differ most for their spread,
/// over all words, each seen from its own means.
arma::vec direction_of(const std::vector<Seen>& words) {
    const arma::uword n = words[0][0].n_rows;
    arma::mat spread(n, n, arma::fill::eye);  // 1: a word's own vector has none
    arma::vec difference(n);
    for (const Seen& word : words)
        for (const std::size_t text : {0, 1}) {
            const arma::mat learnt = every_second(word[text], 0);
            const arma::vec mean = arma::mean(learnt, 1);
            const arma::mat around = learnt.each_col() - mean;
            spread += around * around.t();
            difference += text == 0 ? mean : arma::vec(-mean);
        }
    return arma::solve(spread, difference);
}

/// \brief The share of a word's other half that is told apart; a tie counts half.
double told_apart(const Seen& word, const arma::vec& direction) {
    const arma::vec middle = (arma::mean(every_second(word[0], 0), 1) +
                              arma::mean(every_second(word[1], 0), 1)) /
                             2;
    double right = 0.0, count = 0.0;
    for (const std::size_t text : {0, 1}) {
        const arma::mat judged = every_second(word[text], 1);
        const arma::rowvec side =
            direction.t() * (judged.each_col() - middle) * (text == 0 ? 1.0 : -1.0);
        right += arma::accu(side > 0) + 0.5 * arma::accu(side == 0);
        count += double(side.n_elem);
    }
    return right / count;
}
// [snip:told-apart]

// [snip:tell-words]
/// \brief How well the texts are told apart at each word: means over words of
/// several senses and of one.
struct ToldApart {
    double several = 0.0, single = 0.0;
};

template <class See>
ToldApart tell_words(const ContextStudy& study, const See& see,
                     std::vector<double>& shares) {
    std::vector<Seen> words(study.words.size());
    for (std::size_t i = 0; i < words.size(); ++i)
        for (const std::size_t text : {0, 1})
            for (const std::vector<Token>& context : study.words[i].contexts[text])
                words[i][text].insert_cols(words[i][text].n_cols, see(context));
    const arma::vec direction = direction_of(words);
    ToldApart sum, count;
    for (std::size_t i = 0; i < words.size(); ++i) {
        shares.push_back(told_apart(words[i], direction));
        (study.words[i].several_senses ? sum.several : sum.single) += shares.back();
        (study.words[i].several_senses ? count.several : count.single) += 1.0;
    }
    return {sum.several / count.several, sum.single / count.single};
}
// [snip:tell-words]

// [snip:print-told]
void print_told(const ContextStudy& study, const std::vector<double>& by_state,
                const std::vector<double>& by_vector, Report& report) {
    report.print("%-10s %-10s %6s %10s %10s\n", "word", "", "times", "by vector",
                 "by state");
    for (std::size_t i = 0; i < study.words.size(); ++i)
        report.print("%-10s %-10s %6zu %10.2f %10.2f\n",
                     study.words[i].word.c_str(),
                     study.words[i].several_senses ? "several" : "one sense",
                     study.words[i].contexts[0].size(), by_vector[i], by_state[i]);
}
// [snip:print-told]

// [snip:fading]
constexpr std::size_t most_common = 50;

/// \brief Two beginnings of 10 words each, then the same words for both: how far
/// apart the states are, as a share of what it was; the geometric mean of 20 pairs.
std::vector<double> fading(const RandomReader& reader, std::size_t words,
                           Rng& rng) {
    constexpr std::size_t pairs = 20;
    const auto draw = [&] { return static_cast<Token>(rng.interval(words - 1)); };
    std::vector<double> logs(most_common + 1);
    for (std::size_t pair = 0; pair < pairs; ++pair) {
        std::vector<Token> one(10), other(10);
        for (Token& word : one) word = draw();
        for (Token& word : other) word = draw();
        for (std::size_t common = 0; common <= most_common; ++common) {
            logs[common] +=
                std::log(arma::norm(reader.state(one) - reader.state(other))) /
                pairs;
            one.push_back(draw());
            other.push_back(one.back());
        }
    }
    std::vector<double> apart;
    for (const double log : logs) apart.push_back(std::exp(log - logs[0]));
    return apart;
}
// [snip:fading]

// [snip:claim-told-apart]
void claim_told_apart(const ToldApart& by_vector, const ToldApart& told,
                      Report& report) {
    report.print("mean, several senses %s, one sense %s\n",
                 report.value("told-several", "%.3f", told.several).c_str(),
                 report.value("told-single", "%.3f", told.single).c_str());
    report.claim(
        {.id = "one-vector",
         .statement = "One vector a word does not know the context.",
         .quantity = "texts told apart by the word's vector; chance is 0.5",
         .low = 0.5,
         .high = 0.5},
        by_vector.several);
    report.claim(
        {.id = "two-states",
         .statement = "The same word in two contexts gets two states.",
         .quantity = "texts told apart by the state at a word of several senses",
         .low = 0.75},
        told.several);
    report.claim(
        {.id = "state-knows-sense",
         .statement =
             "Words of several senses are told apart better than words of one.",
         .quantity = "difference of the shares told apart",
         .low = 0.05},
        told.several - told.single);
}
// [snip:claim-told-apart]

// [snip:claim-fading]
void claim_fading(const std::vector<double>& apart, Report& report) {
    report.print("two beginnings, then common words; the states' distance left:\n");
    for (const std::size_t common : {1, 2, 5, 10, 20, 50})
        report.print("  after %2zu  %.1e\n", common, apart[common]);
    Csv table({"common", "apart"});
    for (std::size_t common = 0; common <= most_common; ++common)
        table.row({double(common), apart[common]});
    report.data("fading.csv", table);
    report.claim({.id = "states-fade",
                  .statement = "Forwards too the beginning fades.",
                  .quantity = "distance of two states left after 50 common words",
                  .high = 1e-2},
                 apart[most_common]);
}
// [snip:claim-fading]

}  // namespace

// [snip:show-two-contexts]
void show_two_contexts(const Options& options, Report& report) {
    report.section("two-contexts", "One word, two contexts");
    const ContextStudy study = read_contexts(options);
    const auto several = std::count_if(
        study.words.begin(), study.words.end(),
        [](const WordInContexts& word) { return word.several_senses; });
    if (several < 3 || study.words.size() < std::size_t(several) + 3)
        return report.print("too few of the words that this section asks about\n");
    Rng rng(options.seed);
    const RandomReader reader(study.vocabulary, rng);
    std::vector<double> vector_shares, state_shares;
    const ToldApart by_vector = tell_words(
        study,
        [&](const std::vector<Token>& words) {
            return reader.vector(words.back());
        },
        vector_shares);
    const ToldApart by_state = tell_words(
        study, [&](const std::vector<Token>& words) { return reader.state(words); },
        state_shares);
    print_told(study, state_shares, vector_shares, report);
    claim_told_apart(by_vector, by_state, report);
    claim_fading(fading(reader, study.vocabulary, rng), report);
}
// [snip:show-two-contexts]

}  // namespace nn
