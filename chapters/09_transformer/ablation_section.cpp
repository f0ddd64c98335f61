#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>

#include "nn/io/progress.hpp"
#include "nn/parallel.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:ablation-trial]
constexpr std::size_t ablation_seeds = 3;

/// \brief All ablations, each from the same seeds.
struct AblationTrial {
    std::vector<Ablation> all;
    arma::mat bits;      ///< of unseen text, a token: seeds × ablations
    double who_guesses;  ///< pays so many: one that knows nothing
};

/// \brief Each training is a shard.
AblationTrial ablation_trial(const Options& options, const TextToLearn& text) {
    const std::size_t steps = options.quick ? 30 : 300;
    AblationTrial trial{
        ablations(text.vocabulary, steps), {}, std::log2(double(text.vocabulary))};
    trial.bits.set_size(ablation_seeds, trial.all.size());
    Progress bar("Ablations", "steps", trial.bits.n_elem * steps);
    for_each_shard(trial.bits.n_elem, options.threads, [&](std::size_t i) {
        trial.bits[i] = ablated_bits(
            trial.all[i / ablation_seeds], text,
            options.seed + std::uint32_t(i % ablation_seeds), [&] { bar.step(); });
    });
    return trial;
}
// [snip:ablation-trial]

// [snip:ablation-results]
/// \brief What became of the trainings of one ablation.
struct AblationResult {
    arma::vec bits;            ///< of those that learnt something
    std::size_t diverged = 0;  ///< the others
    double lost = 0;  ///< mean bits above the whole model; infinite if one diverged
};

AblationResult result_of(const AblationTrial& trial, std::size_t ablation) {
    const arma::vec bits = trial.bits.col(ablation);
    AblationResult result;
    const arma::uvec learnt = arma::find(bits < trial.who_guesses);
    result.bits = bits(learnt);
    result.diverged = bits.n_elem - learnt.n_elem;
    result.lost = result.diverged > 0
                      ? arma::datum::inf
                      : arma::mean(bits) - arma::mean(trial.bits.col(0));
    return result;
}

/// \brief The result of the ablation of this name.
AblationResult result_of(const AblationTrial& trial, const std::string& name) {
    const auto found =
        std::find_if(trial.all.begin(), trial.all.end(),
                     [&](const Ablation& one) { return one.name == name; });
    return result_of(trial, std::size_t(found - trial.all.begin()));
}
// [snip:ablation-results]

// [snip:print-ablations]
/// \brief "without-positions"
std::string id_of(std::string name) {
    std::replace(name.begin(), name.end(), ' ', '-');
    return name;
}

void print_ablation(const AblationTrial& trial, std::size_t i, Report& report) {
    const AblationResult result = result_of(trial, i);
    const std::string& name = trial.all[i].name;
    report.print("%-24s", name.c_str());
    if (!result.bits.empty())
        report.print(
            " %s  %.3f to %.3f",
            report.value("ablation-" + id_of(name), "%.3f", arma::mean(result.bits))
                .c_str(),
            result.bits.min(), result.bits.max());
    if (result.diverged > 0)
        report.print("  %zu of %zu learnt nothing", result.diverged,
                     ablation_seeds);
    else if (i > 0)
        report.print("  %+.3f", result.lost);
    report.print("\n");
}

void keep_ablations(const AblationTrial& trial, Report& report) {
    Csv table({"number", "name", "mean", "low", "high", "diverged"});
    for (std::size_t i = 0; i < trial.all.size(); ++i) {
        const auto [bits, diverged, lost] = result_of(trial, i);
        const bool any = !bits.empty();
        table.row({double(i), trial.all[i].name,
                   any ? arma::mean(bits) : arma::datum::nan,
                   any ? bits.min() : arma::datum::nan,
                   any ? bits.max() : arma::datum::nan, double(diverged)});
    }
    report.data("ablations.csv", table);
}
// [snip:print-ablations]

// [snip:claim-ablations]
/// \brief What a part is claimed to be worth: bits lost without it.
struct PartClaim {
    const char *id, *statement, *without;
    double low, high = std::numeric_limits<double>::infinity();
};

constexpr std::array part_claims{
    PartClaim{"ablation-positions", "Positions are needed.", "without positions",
              0.05},
    PartClaim{"ablation-residuals", "Without residuals a deep model hardly learns.",
              "without residuals", 0.3},
    PartClaim{"ablation-normalisation",
              "Without normalisation a model learns worse.",
              "without normalisation", 0.05},
    PartClaim{"ablation-post-norm",
              "Normalisation behind the sums learns worse than before the parts.",
              "normalised after", 0.05},
    PartClaim{"ablation-heads", "One head is worse than four.", "one head", 0.02},
    PartClaim{"ablation-feed-forward", "The feed-forward part is needed.",
              "without feed-forward", 0.05},
    PartClaim{"ablation-warm-up", "At the usual rate warm-up hardly matters.",
              "without warm-up", -0.05, 0.05}};
// [snip:claim-ablations]

// [snip:claim-parts]
void claim_parts(const AblationTrial& trial, Report& report) {
    for (const auto& [id, statement, without, low, high] : part_claims)
        report.claim({.id = id,
                      .statement = statement,
                      .quantity = "bits a token lost without, mean of 3 seeds",
                      .low = low,
                      .high = high},
                     result_of(trial, without).lost);
    report.claim({.id = "ablation-high-rate",
                  .statement = "Ten times the rate needs warm-up.",
                  .quantity = "bits a token lost without, mean of 3 seeds",
                  .low = 0.1},
                 result_of(trial, "high rate at once").lost -
                     result_of(trial, "high rate").lost);
}
// [snip:claim-parts]

}  // namespace

// [snip:show-ablations]
void show_ablations(const Options& options, const TextToLearn& text,
                    Report& report) {
    report.section("ablations", "The same model, each time without a part");
    const AblationTrial trial = ablation_trial(options, text);
    const auto& [name, shape, rate] = trial.all[0];
    report.print(
        "%zu blocks of width %zu, %zu heads; %zu steps of 8 times %zu tokens;\n"
        "bits a token of unseen text: mean of %zu seeds, best to worst,\n"
        "above the whole model; who knows nothing pays %.3f\n",
        shape.layers, shape.block.attention.width, shape.block.attention.heads,
        rate.steps, shape.context, ablation_seeds, trial.who_guesses);
    for (std::size_t i = 0; i < trial.all.size(); ++i)
        print_ablation(trial, i, report);
    keep_ablations(trial, report);
    claim_parts(trial, report);
}
// [snip:show-ablations]

}  // namespace nn
