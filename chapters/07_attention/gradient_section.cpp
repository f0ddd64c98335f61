#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "attention_loss.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:check-rules]
struct NamedRule {
    const char* name;
    AttentionRule rule;
};

/// \brief The last one leaves the first query nobody.
std::vector<NamedRule> rules_to_check() {
    const std::vector<bool> last{false, false, false, true},
        first{true, false, false, false};
    return {{"none", {}},
            {"causal", {.causal = true}},
            {"padding", {.padding = last}},
            {"nobody", {.causal = true, .padding = first}}};
}
// [snip:check-rules]

// [snip:check-attention]
GradientCheck check_attention(const AttentionTask& task,
                              const std::vector<double>& parameters,
                              WayBack way_back = attention_back<double>) {
    return check_gradient(
        [&](std::span<const Real50> at) {
            return attention_loss<Real50>(task, at);
        },
        parameters, attention_loss_gradient(task, parameters, way_back));
}
// [snip:check-attention]

// [snip:forgotten-mean]
/// \brief A typical mistake: the slopes go through softmax as through e^s alone.
AttentionSlopes<double> mean_forgotten(const arma::mat& V, const arma::mat& A,
                                       const arma::mat& dO) {
    return {A % (V.t() * dO), dO * A.t()};  // keys × queries, d_v × keys
}

void print_mistake(Rng& rng, Report& report) {
    const AttentionTask task(ScoreKind::scaled_dot, {});
    const GradientCheck wrong =
        check_attention(task, random_parameters(task, rng), mean_forgotten);
    report.print("scaled dot, the mean forgotten in softmax: %s\n",
                 report.value("gradient-mistake", "%.1f", wrong.worst).c_str());
}
// [snip:forgotten-mean]

}  // namespace

// [snip:show-attention-check]
void show_attention_check(const Options& options, Report& report) {
    report.section("gradient-check",
                   "The way back against differences in 50 digits");
    constexpr std::array kinds{ScoreKind::dot, ScoreKind::scaled_dot,
                               ScoreKind::general, ScoreKind::additive};
    double worst = 0.0;
    Rng rng(options.seed);
    report.print("%-11s %9s %9s %9s %9s\n", "worst error", "no mask", "causal",
                 "padding", "nobody");
    for (const ScoreKind kind : kinds) {
        report.print("%-11s", score_name(kind));
        for (const NamedRule& named : rules_to_check()) {
            const AttentionTask task(kind, named.rule);
            const GradientCheck check =
                check_attention(task, random_parameters(task, rng));
            report.print(" %9.1e", check.worst);
            worst = std::max(worst, check.worst);
        }
        report.print("\n");
    }
    print_mistake(rng, report);
    report.value("gradient-worst", "%.0e", worst);
    report.claim(
        {.id = "gradient-check",
         .statement = "Back through scores, softmax and mixture: the slopes.",
         .quantity = "worst relative error against 50-digit differences, four "
                     "scores, four masks",
         .high = 1e-9},
        worst);
}
// [snip:show-attention-check]

}  // namespace nn
