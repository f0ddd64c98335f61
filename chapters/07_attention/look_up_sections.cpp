#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "nn/attention.hpp"
#include "sections.hpp"
#include "soft_look_up.hpp"
#include "weight_table.hpp"

namespace nn {

namespace {

// [snip:small-dictionary]
using Vectors = std::vector<std::vector<double>>;

const Vectors dictionary_keys{{1, 0}, {0, 1}, {-1, 2}};
const Vectors dictionary_values{{10, 0}, {0, 10}, {10, 10}};

LookUpAnswer<double> ask(double times) {
    const std::vector<double> query{2 * times, 1 * times};
    return soft_look_up<double>(query, dictionary_keys, dictionary_values);
}
// [snip:small-dictionary]

// [snip:print-look-up]
/// \brief Every step from the query (2, 1) to the result.
void print_look_up(Report& report) {
    const LookUpAnswer<double> answer = ask(1);
    double sum = 0;
    for (const double score : answer.scores) sum += std::exp(score);
    report.print("query (2, 1)\n");
    report.print("key        value        score    e^score    weight\n");
    for (std::size_t i = 0; i < 3; ++i) {
        const std::vector<double>&k = dictionary_keys[i], &v = dictionary_values[i];
        const double e = std::exp(answer.scores[i]);
        const std::string number = std::to_string(i + 1);
        report.print(
            "(%2g, %g)    (%2g, %2g)  %8g  %9s    %s\n", k[0], k[1], v[0], v[1],
            answer.scores[i],
            report.value("look-up-e-" + number, "%.4f", e).c_str(),
            report.value("look-up-weight-" + number, "%.4f", answer.weights[i])
                .c_str());
    }
    report.print("sum of e^score %25s\n",
                 report.value("look-up-sum", "%.4f", sum).c_str());
    report.print("result (%.4f, %.4f)\n", answer.result[0], answer.result[1]);
    report.value("look-up-result", "(%.4f, %.4f)", answer.result[0],
                 answer.result[1]);
}
// [snip:print-look-up]

}  // namespace

// [snip:show-look-up]
void show_look_up(Report& report) {
    report.section("look-up", "A dictionary that is asked softly");
    print_look_up(report);
    report.print("the same query, shorter and longer:\n");
    for (const int times : {0, 1, 3, 10}) {
        const LookUpAnswer<double> answer = ask(times);
        const std::vector<double>&a = answer.weights, &o = answer.result;
        report.print("times %2d: weights %.4f %.4f %.4f, result (%.4f, %.4f)\n",
                     times, a[0], a[1], a[2], o[0], o[1]);
        report.value("look-up-times-" + std::to_string(times), "(%.4f, %.4f)", o[0],
                     o[1]);
    }
}
// [snip:show-look-up]

namespace {

// [snip:small-sentences]
struct SmallSentence {
    std::vector<std::string> tokens;
    arma::mat X;  // 2 × 4: of each token, how much of water and of money
};

SmallSentence river_sentence() {
    return {{"the", "river", "bank", "floods"}, {{0, 2, 1, 1}, {0, 0, 1, 0}}};
}

SmallSentence savings_sentence() {
    return {{"the", "savings", "bank", "lends"}, {{0, 0, 1, 0}, {0, 2, 1, 1}}};
}
// [snip:small-sentences]

// [snip:two-steps]
struct TwoSteps {
    arma::mat S, A, O;
};

/// \brief Queries, keys and values are the vectors themselves.
TwoSteps two_steps(const arma::mat& X) {
    const arma::mat S = X.t() * X / std::sqrt(2.0);        // 4 × 4
    const arma::mat A = attention_weights<double>(S, {});  // 4 × 4
    return {S, A, attention_output(X, A)};                 // O: 2 × 4
}
// [snip:two-steps]

// [snip:print-vectors]
void print_vectors(const SmallSentence& sentence, const arma::mat& O,
                   Report& report) {
    for (std::size_t t = 0; t < sentence.tokens.size(); ++t)
        report.print("%-8s (%g, %g)  ->  (%.4f, %.4f)\n",
                     sentence.tokens[t].c_str(), sentence.X(0, t), sentence.X(1, t),
                     O(0, t), O(1, t));
}

/// \brief The table's numbers for the word in the middle of both sentences.
void quote_bank(const std::string& id, const SmallSentence& sentence,
                const TwoSteps& steps, Report& report) {
    for (std::size_t t = 0; t < sentence.tokens.size(); ++t) {
        report.value(id + "-score-" + sentence.tokens[t], "%.3f", steps.S(t, 2));
        report.value(id + "-weight-" + sentence.tokens[t], "%.4f", steps.A(t, 2));
    }
    report.value(id + "-bank", "(%.4f, %.4f)", steps.O(0, 2), steps.O(1, 2));
}
// [snip:print-vectors]

}  // namespace

// [snip:show-two-steps]
void show_two_steps(Report& report) {
    report.section("two-steps", "Token, current token, weights: step 1, step 2");
    const SmallSentence river = river_sentence(), savings = savings_sentence();
    const TwoSteps one = two_steps(river.X), other = two_steps(savings.X);
    report.print("step 1: scores become weights\n");
    print_weight_table(river.tokens, river.tokens, one.A, report, one.S);
    report.print("step 2: the vectors, mixed by these weights (water, money)\n");
    print_vectors(river, one.O, report);
    const arma::vec mean = arma::mean(river.X, 1);  // 2
    report.print("average of the words, for each the same: (%.2f, %.2f)\n", mean(0),
                 mean(1));
    report.value("two-steps-average", "(%.2f, %.2f)", mean(0), mean(1));
    report.print("the same word between others\n");
    print_weight_table(savings.tokens, {"bank"}, other.A.col(2), report,
                       other.S.col(2));
    report.print("bank     (1, 1)  ->  (%.4f, %.4f)\n", other.O(0, 2),
                 other.O(1, 2));
    quote_bank("two-steps-river", river, one, report);
    quote_bank("two-steps-savings", savings, other, report);
}
// [snip:show-two-steps]

}  // namespace nn
