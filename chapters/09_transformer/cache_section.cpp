#include <cmath>
#include <limits>

#include "key_value_cache.hpp"
#include "nn/io/stopwatch.hpp"
#include "sections.hpp"
#include "token_sampling.hpp"

namespace nn {

namespace {

// [snip:cache-run]
/// \brief A text drawn token by token, and the scores that each was drawn from.
struct DrawnText {
    std::vector<Token> tokens;
    std::vector<arma::fcolvec> scores;
    double seconds = 0;
};

/// \brief Draws `count` tokens after token `first`; `scores_of` gives the scores
/// after a text.
template <class ScoresOf>
DrawnText drawn_text(Token first, std::size_t count, std::uint32_t seed,
                     const ScoresOf& scores_of) {
    DrawnText text{{first}, {}, 0};
    Rng rng(seed);
    text.seconds = seconds_of([&] {
        for (std::size_t i = 0; i < count; ++i) {
            text.scores.push_back(scores_of(text.tokens));
            const arma::fcolvec& z = text.scores.back();
            text.tokens.push_back(static_cast<Token>(
                draw_token<float>({z.memptr(), z.n_elem}, {}, rng)));
        }
    });
    return text;
}
// [snip:cache-run]

// [snip:scores-apart]
/// \brief The largest difference of scores, in ulp of the largest score beside it,
/// as long as both were drawn from the same text.
double ulps_apart(const DrawnText& one, const DrawnText& other) {
    double worst = 0;
    for (std::size_t i = 0; i < one.scores.size(); ++i) {
        if (one.tokens[i] != other.tokens[i]) break;
        const float largest = arma::abs(other.scores[i]).max();
        const float spacing =
            std::nextafter(largest, std::numeric_limits<float>::infinity()) -
            largest;
        const float apart = arma::abs(one.scores[i] - other.scores[i]).max();
        worst = std::max(worst, double(apart) / double(spacing));
    }
    return worst;
}

double tokens_that_differ(const DrawnText& one, const DrawnText& other) {
    double differ = 0;
    for (std::size_t i = 0; i < one.tokens.size(); ++i)
        differ += one.tokens[i] != other.tokens[i];
    return differ;
}
// [snip:scores-apart]

// [snip:cache-claims]
void claim_equal(const DrawnText& with, const DrawnText& without, Report& report) {
    report.claim({.id = "cache-same-text",
                  .statement = "With the cache the model writes what it writes "
                               "without.",
                  .quantity = "tokens that differ",
                  .high = 0.0},
                 tokens_that_differ(with, without));
    report.claim({.id = "cache-same-scores",
                  .statement = "The scores differ by rounding only.",
                  .quantity = "largest distance in ulp of the largest score",
                  .high = 256.0},
                 ulps_apart(with, without));
}
// [snip:cache-claims]

}  // namespace

// [snip:show-cache]
void show_cache(const Options& options, const Transformer<float>& model,
                std::span<const float> parameters, Token first, Report& report) {
    report.section("cache", "Each token's keys and values computed once");
    const std::size_t count =
        (options.quick ? 1 : 2) * model.shape().context;  // beyond the context
    GrowingText<float> growing(model, parameters);
    const DrawnText with =
        drawn_text(first, count, options.seed, [&](std::span<const Token> tokens) {
            growing.append(tokens.subspan(growing.tokens().size()));
            return growing.scores();
        });
    const DrawnText without =
        drawn_text(first, count, options.seed, [&](std::span<const Token> tokens) {
            return scores_anew(model, parameters, tokens);
        });
    const auto rate = [&](const char* name, const DrawnText& text) {
        return report.value(name, "%.0f", double(count) / text.seconds);
    };
    report.print("tokens drawn, and a context   %6s %6zu\n",
                 report.value("cache-drawn", "%zu", count).c_str(),
                 model.shape().context);
    report.print("tokens a second, with cache   %6s\n",
                 rate("cache-tokens-a-second", with).c_str());
    report.print("tokens a second, without      %6s\n",
                 rate("anew-tokens-a-second", without).c_str());
    report.print("times as fast                 %6s\n",
                 report.value("cache-ratio", "%.1f", without.seconds / with.seconds)
                     .c_str());
    report.print(
        "scores apart, in ulp          %6s\n\n",
        report.value("cache-ulps", "%.1f", ulps_apart(with, without)).c_str());
    claim_equal(with, without, report);
}
// [snip:show-cache]

}  // namespace nn
