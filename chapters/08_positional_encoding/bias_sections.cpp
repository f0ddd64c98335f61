#include <algorithm>
#include <cmath>
#include <string>

#include "nn/attention.hpp"
#include "nn/multi_head.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:weights-by-distance]
/// \brief The weights of the last token's query if all scores are equal.
arma::vec equal_score_weights(std::size_t tokens, double slope) {
    arma::vec weights(tokens, arma::fill::zeros);
    weights_of_query<double>({weights.memptr(), tokens}, tokens - 1,
                             {.causal = true, .slope = slope});
    return arma::reverse(weights);  // by distance
}
// [snip:weights-by-distance]

// [snip:print-slopes]
constexpr std::size_t bias_heads = 8, bias_tokens = 512;

void print_slopes(Report& report) {
    report.print("%4s %9s %9s %8s %8s %8s %8s\n", "head", "price", "half after",
                 "at 0", "1", "10", "100");
    for (std::size_t head = 0; head < bias_heads; ++head) {
        const double slope = linear_bias_slope(head, bias_heads);
        const arma::vec w = equal_score_weights(bias_tokens, slope);
        report.print("%4zu %9.5f %9s %8.4f %8.4f %8.4f %8.4f\n", head + 1, slope,
                     report
                         .value("half-after-" + std::to_string(head + 1), "%.1f",
                                std::log(2.0) / slope)
                         .c_str(),
                     w(0), w(1), w(10), w(100));
    }
}
// [snip:print-slopes]

// [snip:write-bias]
void write_bias(Report& report) {
    Csv table({"distance", "h1", "h3", "h5", "h7", "none"});
    std::vector<arma::vec> weights;
    for (const std::size_t head : {0, 2, 4, 6})
        weights.push_back(
            equal_score_weights(bias_tokens, linear_bias_slope(head, bias_heads)));
    for (std::size_t apart = 0; apart <= 128; ++apart)
        table.row({double(apart), weights[0](apart), weights[1](apart),
                   weights[2](apart), weights[3](apart), 1.0 / bias_tokens});
    report.data("linear_bias.csv", table);
}
// [snip:write-bias]

// [snip:marked-outputs]
/// \brief What each token gets if all scores are equal and the value is 1 for the
/// first token and 0 for all others: 1 × T.
arma::mat marked_outputs(std::size_t tokens, bool causal) {
    arma::mat V(1, tokens, arma::fill::zeros);  // 1 × T
    V(0, 0) = 1;
    const arma::mat scores(tokens, tokens, arma::fill::zeros);  // keys × queries
    return attention_output(V, attention_weights(scores, {.causal = causal}));
}
// [snip:marked-outputs]

}  // namespace

// [snip:show-linear-bias]
void show_linear_bias(Report& report) {
    report.section("linear-bias", "What distance costs, with eight heads");
    print_slopes(report);
    write_bias(report);
    const double slope = linear_bias_slope(0, bias_heads);
    const arma::vec near = equal_score_weights(64, slope),
                    far = equal_score_weights(bias_tokens, slope);
    report.claim({.id = "bias-forgets-length",
                  .statement = "The steepest head sees the same in a text eight "
                               "times as long.",
                  .quantity = "largest difference of a weight, 64 and 512 tokens",
                  .high = 1e-12},
                 arma::abs(near - far.head(64)).max());
}
// [snip:show-linear-bias]

// [snip:show-none]
void show_none(Report& report) {
    constexpr std::size_t tokens = 1024;
    report.section("none", "No positions at all: a mask that counts");
    const arma::mat masked = marked_outputs(tokens, true),
                    open = marked_outputs(tokens, false);
    report.print("%8s %14s %14s %12s\n", "position", "causal", "to the next",
                 "without mask");
    double worst = 0;
    for (std::size_t t = 0; t < tokens; ++t)
        worst = std::max(worst, std::abs(1 / masked(0, t) - double(t + 1)));
    for (const std::size_t t : {0, 1, 2, 3, 10, 100, 1000})
        report.print("%8zu %14.8f %14.8f %12.8f\n", t, masked(0, t),
                     masked(0, t + 1) - masked(0, t), open(0, t));
    report.value("count-step-1000", "%.6f", masked(0, 1000) - masked(0, 1001));
    report.claim({.id = "causal-counts",
                  .statement = "A causal mask alone lets a token count its place.",
                  .quantity = "largest difference of 1 / output from t + 1",
                  .high = 1e-9},
                 worst);
}
// [snip:show-none]

}  // namespace nn
