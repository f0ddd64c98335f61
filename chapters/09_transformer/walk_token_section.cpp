#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "key_value_cache.hpp"
#include "nn/io/shown.hpp"
#include "nn/io/text.hpp"
#include "nn/io/utf8_stream.hpp"
#include "nn/ngram.hpp"
#include "nn/softmax.hpp"
#include "token_sampling.hpp"
#include "walk_shown.hpp"

namespace nn {

// [snip:token-shown]
std::string token_shown(const TokenCodec& codec, Token token) {
    Utf8Stream characters;
    std::string text = characters.take(codec.decode({&token, 1}));
    text += characters.finish();
    std::replace(text.begin(), text.end(), '\n', '/');
    return '"' + text.substr(0, valid_utf8(text.substr(0, 12))) + '"';
}
// [snip:token-shown]

// [snip:softmax-of]
std::vector<double> softmax_of(const std::vector<double>& scores) {
    std::vector<double> p(scores.size());
    softmax<double>(scores, p);
    return p;
}
// [snip:softmax-of]

namespace {

// [snip:walk-likeliest]
/// \brief The five likeliest tokens: what the model says of them, and what counting
/// the text says, after the last token and of the token alone.
void print_likeliest(const TrainedModel& trained, const PromptWalk& walk,
                     const TextToLearn& text, const std::vector<double>& scores,
                     Report& report) {
    const NGram counts(text.train, text.vocabulary, 2);
    const std::vector<double> p = softmax_of(scores);
    std::vector<Token> order(scores.size());
    std::iota(order.begin(), order.end(), Token{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](Token a, Token b) { return scores[a] > scores[b]; });
    const std::string last =
        "after " + token_shown(trained.codec, walk.prompt.tokens.back());
    report.print("%-14s %8s %8s %16s %8s\n", "next", "score", "p", last.c_str(),
                 "anywhere");
    for (std::size_t i = 0; i < std::min<std::size_t>(5, order.size()); ++i) {
        const Token token = order[i];
        const std::vector<double> counted =
            counts.probabilities(walk.prompt.tokens, token);
        const std::string id = "walk-next-" + std::to_string(i + 1);
        const std::string shown = token_shown(trained.codec, token);
        report.value(id + "-token", "%s", shown.c_str());
        report.print("%-14s %8s %8s %16s %8s\n", shown.c_str(),
                     report.value(id + "-score", "%.2f", scores[token]).c_str(),
                     report.value(id, "%.4f", p[token]).c_str(),
                     report.value(id + "-after", "%.4f", counted[2]).c_str(),
                     report.value(id + "-counted", "%.4f", counted[1]).c_str());
    }
}
// [snip:walk-likeliest]

}  // namespace

// [snip:walk-scores]
void show_walk_scores(const TrainedModel& trained, const PromptWalk& walk,
                      const TextToLearn& text, Report& report) {
    report.section("walk-scores", "From the last column to probabilities");
    const std::vector<double> scores =
        scores_behind(trained, walk, trained.model.shape().layers);
    const auto line = [&](const char* name, const char* id, double number) {
        report.print("%-44s %10s\n", name,
                     report.value(id, "%.3f", number).c_str());
    };
    print_likeliest(trained, walk, text, scores, report);
    const Token next = walk.prompt.next;
    const double price = cross_entropy<double>(scores, next);
    report.print("\nwhat the text has next: %s\n",
                 token_shown(trained.codec, next).c_str());
    line("logarithm of the sum of exponentials", "walk-log-sum",
         log_sum_exp<double>(scores));
    line("its price, in nats", "walk-price", price);
    line("in bits", "walk-bits", price / std::numbers::ln2);
    line("before training, in nats", "walk-price-begun",
         cross_entropy<double>(scores_begun(trained, walk), next));
    line("to know nothing, in nats", "walk-price-nothing",
         std::log(double(scores.size())));
}
// [snip:walk-scores]

namespace {

// [snip:walk-text]
/// \brief The prompt, a token that was drawn, and more, drawn at temperature 0.8.
std::string text_written_on(const TrainedModel& trained, const PromptWalk& walk,
                            Token drawn, Rng& rng) {
    GrowingText<float> text(trained.model, trained.parameters);
    text.append(walk.prompt.tokens);
    text.append({&drawn, 1});
    for (std::size_t i = 0; i < 40; ++i) {
        const arma::fcolvec& scores = text.scores();
        const auto token = static_cast<Token>(draw_token<float>(
            {scores.memptr(), scores.n_elem}, {.temperature = 0.8}, rng));
        text.append({&token, 1});
    }
    Utf8Stream characters;
    const std::string written =
        characters.take(trained.codec.decode(text.tokens()));
    return written + characters.finish();
}
// [snip:walk-text]

}  // namespace

// [snip:walk-draw]
void show_walk_draw(const Options& options, const TrainedModel& trained,
                    const PromptWalk& walk, Report& report) {
    report.section("walk-draw", "From probabilities to a token");
    const std::vector<double> scores =
        scores_behind(trained, walk, trained.model.shape().layers);
    const std::vector<double> p = softmax_of(scores);
    Rng rng(options.seed);
    const auto drawn = static_cast<Token>(draw_token<double>(scores, {}, rng));
    const double from = std::accumulate(p.begin(), p.begin() + drawn, 0.0);
    const auto line = [&](const char* name, const char* id, double number) {
        report.print("%-44s %10s\n", name,
                     report.value(id, "%.6f", number).c_str());
    };
    const std::string token = token_shown(trained.codec, drawn);
    line("the uniform number", "walk-drawn-u", Rng(options.seed).uniform());
    report.print("%-44s %10s\n", "it falls on",
                 report.value("walk-drawn", "%s", token.c_str()).c_str());
    line("which begins at", "walk-drawn-from", from);
    line("and ends at", "walk-drawn-to", from + p[drawn]);
    report.print("\nand 40 tokens more, at temperature 0.8\n");
    print_wrapped(text_written_on(trained, walk, drawn, rng), report);
}
// [snip:walk-draw]

}  // namespace nn
