#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "copy_task.hpp"
#include "nn/io/progress.hpp"
#include "sections.hpp"
#include "self_attention_writer.hpp"
#include "sequence_training.hpp"

namespace nn {

namespace {

// [snip:reversal-size]
constexpr std::size_t reversal_symbols = 10, reversal_length = 16, held_out = 1000;
// [snip:reversal-size]

// [snip:learn-reversal]
struct Reversing {
    SelfAttentionWriter model;
    SequencePairs unseen{};
    double loss = 0.0;             ///< of the last update, nats a symbol
    std::vector<Token> written{};  ///< for the unseen sequences
    SelfAttentionPass pass{};      ///< over them
};

/// \brief Trains with places or without, and prints how that goes.
Reversing learn_reversal(const Options& options, bool places, Report& report) {
    Rng rng(options.seed);
    Reversing reversing{SelfAttentionWriter(
        {.symbols = reversal_symbols, .length = reversal_length, .places = places},
        rng)};
    reversing.unseen =
        reversal_pairs(reversal_symbols, reversal_length, held_out, rng);
    const std::size_t updates = options.quick ? 40 : 400;
    Progress progress(places ? "reversal" : "blind", "updates", updates);
    std::size_t done = 0;
    report.print("updates   symbols right   sequences right\n");
    reversing.loss = train_sequences(
        reversing.model,
        {.updates = updates, .shards = 4, .threads = options.threads},
        [&] { return reversal_pairs(reversal_symbols, reversal_length, 8, rng); },
        [&] {
            progress.step();
            ++done;
            // each line has twice the updates of the one before
            if (done * 8 != updates && done * 4 != updates && done * 2 != updates &&
                done != updates)
                return;
            reversing.written = reversing.model.write(reversing.unseen.source,
                                                      held_out, reversing.pass);
            report.print("%7zu   %13.3f   %15.3f\n", done,
                         share_right(reversing.written, reversing.unseen.target),
                         share_all_right(reversing.written, reversing.unseen));
        });
    return reversing;
}
// [snip:learn-reversal]

// [snip:print-reversal]
std::string digits(const std::vector<Token>& symbols, std::size_t sequence) {
    std::string text;
    for (std::size_t i = sequence; i < symbols.size(); i += held_out)
        text += char('0' + symbols[i]);
    return text;
}

/// \brief Weights in tenths, a row each key: 9 for 0.9 to 1, a dot below 0.1.
void print_tenths(const arma::fmat& weights, Report& report) {
    for (std::size_t k = 0; k < weights.n_rows; ++k) {
        report.print("  %2zu  ", k);
        for (std::size_t q = 0; q < weights.n_cols; ++q) {
            const int tenths = std::min(9, int(10 * weights(k, q)));
            report.print(" %c", tenths == 0 ? '.' : char('0' + tenths));
        }
        report.print("\n");
    }
}

void keep_weights(const arma::fmat& weights, Report& report) {
    Csv table({"key", "query", "weight"});
    for (std::size_t q = 0; q < weights.n_cols; ++q)
        for (std::size_t k = 0; k < weights.n_rows; ++k)
            table.row({double(k), double(q), double(weights(k, q))});
    report.data("reversal.csv", table);
}
// [snip:print-reversal]

// [snip:equal-tokens]
/// \brief Within the first sequences, the pairs of equal symbols and how far apart
/// their scores are.
struct EqualTokens {
    std::size_t pairs = 0, same_bits = 0;
    double worst = 0.0;
};

EqualTokens compare_equal_tokens(const Reversing& reversing,
                                 std::size_t sequences) {
    const arma::fmat Z = reversing.model.scores(reversing.pass);  // symbols × B T
    EqualTokens equal;
    for (std::size_t s = 0; s < sequences; ++s) {
        const std::string text = digits(reversing.unseen.source, s);
        for (std::size_t a = 0; a < text.size(); ++a)
            for (std::size_t b = a + 1; b < text.size(); ++b) {
                if (text[a] != text[b]) continue;
                const float apart = arma::abs(Z.col(s * text.size() + a) -
                                              Z.col(s * text.size() + b))
                                        .max();
                ++equal.pairs;
                equal.same_bits += apart == 0.0F;
                equal.worst = std::max(equal.worst, double(apart));
            }
    }
    return equal;
}
// [snip:equal-tokens]

// [snip:claim-blind]
void claim_blind(const Reversing& blind, Report& report) {
    const auto guess = bag_guess(blind.unseen, reversal_symbols);
    const double right = share_right(blind.written, blind.unseen.target);
    const double bag = share_right(guess, blind.unseen.target);
    report.print("always the most common of the others: %s right\n",
                 report.value("bag-guess", "%.3f", bag).c_str());
    const EqualTokens equal = compare_equal_tokens(blind, 100);
    report.print(
        "equal symbols in 100 sequences: %zu pairs,\n"
        "scores the same to the last bit in %s of them\n",
        equal.pairs,
        report.value("blind-same-bits", "%zu", equal.same_bits).c_str());
    report.value("blind-pairs", "%zu", equal.pairs);
    report.claim(
        {.id = "blind-cannot",
         .statement = "Without places self-attention cannot reverse: it "
                      "does no better than who knows only the bag.",
         .quantity = "share of symbols right, less that of the bag's guess",
         .low = -0.1,
         .high = 0.02},
        right - bag);
    report.claim({.id = "blind-equal",
                  .statement = "Equal tokens get equal outputs.",
                  .quantity = "largest difference of two scores",
                  .high = 1e-5},
                 equal.worst);
}
// [snip:claim-blind]

}  // namespace

// [snip:show-reversal]
void show_reversal(const Options& options, Report& report) {
    report.section("reversal", "Sixteen symbols backwards, by attention alone");
    const Reversing learnt = learn_reversal(options, true, report);
    report.print("\nread   %s\nwrote  %s\n",
                 digits(learnt.unseen.source, 0).c_str(),
                 digits(learnt.written, 0).c_str());
    const arma::fmat weights =
        learnt.model.weights(learnt.pass, 0, 0);  // keys × queries
    report.print(
        "\nwhere each place looked: keys down, queries across,\n"
        "weights in tenths\n");
    print_tenths(weights, report);
    keep_weights(weights, report);
    const double right = share_all_right(learnt.written, learnt.unseen);
    report.value("reversed", "%.1f", 100 * right);
    report.value("reversal-numbers", "%zu", learnt.model.layout().size());
    report.claim(
        {.id = "reversal-learned",
         .statement = "One layer of self-attention learns to reverse 16 "
                      "symbols.",
         .quantity = "share of 1,000 unseen sequences right from end to end",
         .low = 1.0},
        right);
}
// [snip:show-reversal]

// [snip:show-blind]
void show_blind(const Options& options, Report& report) {
    report.section("blind", "The same without places");
    const Reversing blind = learn_reversal(options, false, report);
    report.print("\nread   %s\nwrote  %s\n", digits(blind.unseen.source, 0).c_str(),
                 digits(blind.written, 0).c_str());
    report.print("loss %s nats a symbol; who knows nothing pays %.3f\n",
                 report.value("blind-loss", "%.3f", blind.loss).c_str(),
                 std::log(double(reversal_symbols)));
    report.value("blind-right", "%.3f",
                 share_right(blind.written, blind.unseen.target));
    claim_blind(blind, report);
}
// [snip:show-blind]

}  // namespace nn
