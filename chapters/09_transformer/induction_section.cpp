#include <algorithm>
#include <string>

#include "head_looks.hpp"
#include "nn/io/progress.hpp"
#include "nn/parallel.hpp"
#include "repeated_tokens.hpp"
#include "sections.hpp"
#include "small_training.hpp"

namespace nn {

namespace {

// [snip:induction-trial]
constexpr std::size_t induction_seeds = 3, induction_layers = 2;

/// \brief A model that learnt to go on with repeated tokens, and what it can do.
struct InductionResult {
    Transformer<float> model;
    std::vector<float> parameters{};
    double right = 0;   ///< share of tokens foretold that came before
    arma::mat looks{};  ///< looks × heads
};

/// \brief Attention alone, one head a layer, which knows distances by rotation.
Transformer<float> attention_alone(std::size_t layers) {
    const RepeatedShape repeated;
    return Transformer<float>(
        {.vocabulary = repeated.vocabulary,
         .context = repeated.steps,
         .layers = layers,
         .block = {.attention = {.width = 32,
                                 .heads = 1,
                                 .positions = RelativePositions::rotary},
                   .feed_forward = false},
         .positions = false});
}
// [snip:induction-trial]

// [snip:judge-induction]
/// \brief The share of tokens behind one that came before that are foretold.
double share_foretold(const InductionResult& trained, const CausalBatch& batch) {
    TransformerPass<float> pass;
    trained.model.forward(trained.parameters, batch.symbols, batch.sequences, pass);
    const std::vector<bool> asked = came_before(batch);
    std::size_t right = 0, all = 0;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        if (!asked[i]) continue;
        right += pass.logits.col(i).index_max() == batch.right[i];
        ++all;
    }
    return double(right) / double(all);
}

void judge(InductionResult& trained) {
    Rng unseen(1234567);
    const CausalBatch batch = repeated_tokens({}, 64, unseen);
    trained.right = share_foretold(trained, batch);
    trained.looks = head_looks(trained.model, trained.parameters, batch.symbols,
                               batch.sequences);
}
// [snip:judge-induction]

// [snip:train-induction]
/// \brief Number k S + s: k + 1 layers, seed number s of S. Each training is a
/// shard.
std::vector<InductionResult> induction_trial(const Options& options) {
    const std::size_t steps = options.quick ? 90 : 900;
    std::vector<InductionResult> all;
    for (std::size_t i = 0; i < induction_layers * induction_seeds; ++i)
        all.push_back({attention_alone(i / induction_seeds + 1)});
    Progress bar("Induction", "steps", all.size() * steps);
    for_each_shard(all.size(), options.threads, [&](std::size_t i) {
        const std::uint32_t seed =
            options.seed + std::uint32_t(i % induction_seeds);
        Rng rng(seed), tokens(~seed);
        all[i].parameters = beginning(all[i].model, rng);
        train_small(
            all[i].model, all[i].parameters,
            {.highest = 5e-3,
             .lowest = 5e-4,
             .warm_up = steps / 10,
             .steps = steps},
            [&] { return repeated_tokens({}, 16, tokens); }, [&] { bar.step(); },
            came_before);
        judge(all[i]);
    });
    return all;
}
// [snip:train-induction]

// [snip:best-head]
/// \brief The largest weight on such tokens of the heads of one layer.
double best_look(const InductionResult& trained, Look look, std::size_t layer) {
    const std::size_t heads = trained.model.shape().block.attention.heads;
    const arma::rowvec weights = trained.looks.row(std::size_t(look));
    return weights.subvec(layer * heads, (layer + 1) * heads - 1).max();
}
// [snip:best-head]

// [snip:keep-induction]
/// \brief Of two heads the weights on one sequence: the one of the first layer that
/// looks back one token, and the one of the second that looks behind the same.
void keep_induction(const InductionResult& trained, Report& report) {
    Rng unseen(7654321);
    const CausalBatch batch =
        repeated_tokens({.shortest = 20, .longest = 20}, 1, unseen);
    TransformerPass<float> pass;
    trained.model.forward(trained.parameters, batch.symbols, 1, pass);
    const arma::fcube A = head_weights(trained.model, pass, 0);
    const std::size_t heads = trained.model.shape().block.attention.heads;
    Csv table({"layer", "query", "key", "weight"});
    for (std::size_t layer = 0; layer < induction_layers; ++layer) {
        const Look look = layer == 0 ? Look::previous : Look::after_same;
        const arma::rowvec weights = trained.looks.row(std::size_t(look));
        const std::size_t head =
            layer * heads +
            weights.subvec(layer * heads, (layer + 1) * heads - 1).index_max();
        for (std::size_t t = 0; t < batch.symbols.size(); ++t)
            for (std::size_t k = 0; k <= t; ++k)
                table.row({double(layer + 1), double(t), double(k),
                           double(A(k, t, head))});
    }
    report.data("induction.csv", table);
}
// [snip:keep-induction]

// [snip:print-induction]
void print_induction(const std::vector<InductionResult>& all, Report& report) {
    report.print("%-14s %9s %12s %12s\n", "", "foretold", "looks back",
                 "behind same");
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::size_t layers = i / induction_seeds + 1;
        report.print("%zu layer%s seed %zu %9.3f", layers, layers > 1 ? "s," : ", ",
                     i % induction_seeds + 1, all[i].right);
        report.print(" %12.2f %12.2f\n", best_look(all[i], Look::previous, 0),
                     best_look(all[i], Look::after_same, layers - 1));
    }
}
// [snip:print-induction]

// [snip:claim-induction]
void claim_induction(std::span<const InductionResult> all, Report& report) {
    const auto one = all.first(induction_seeds), two = all.last(induction_seeds);
    double least = 1, most = 0, back = 1, behind = 1;
    for (const InductionResult& trained : one) most = std::max(most, trained.right);
    for (const InductionResult& trained : two) {
        least = std::min(least, trained.right);
        back = std::min(back, best_look(trained, Look::previous, 0));
        behind = std::min(behind, best_look(trained, Look::after_same, 1));
    }
    report.value("one-layer-foretold", "%.2f", most);
    report.value("two-layers-foretold", "%.2f", least);
    report.claim({.id = "two-layers-copy",
                  .statement = "Two layers of attention go on with random tokens "
                               "that come again.",
                  .quantity = "share foretold, the worst of 3 seeds",
                  .low = 0.9},
                 least);
    report.claim({.id = "one-layer-does-not",
                  .statement = "One layer does not.",
                  .quantity = "share foretold, the best of 3 seeds",
                  .high = 0.4},
                 most);
    report.claim({.id = "induction-head",
                  .statement = "A head of the second layer looks behind the same "
                               "token.",
                  .quantity = "mean weight there, the least of 3 seeds",
                  .low = 0.5},
                 behind);
    report.claim({.id = "previous-token-head",
                  .statement = "It builds on a head of the first that looks at the "
                               "token before.",
                  .quantity = "mean weight there, the least of 3 seeds",
                  .low = 0.5},
                 back);
}
// [snip:claim-induction]

}  // namespace

// [snip:show-induction]
void show_induction(const Options& options, Report& report) {
    report.section("induction", "Random tokens that come again");
    const RepeatedShape repeated;
    report.print("%zu to %zu different ones of %zu, again and again, %zu in all\n",
                 repeated.shortest, repeated.longest, repeated.vocabulary,
                 repeated.steps);
    const std::vector<InductionResult> all = induction_trial(options);
    print_induction(all, report);
    keep_induction(all[induction_seeds], report);
    claim_induction(all, report);
}
// [snip:show-induction]

}  // namespace nn
