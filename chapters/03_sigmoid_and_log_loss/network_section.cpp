#include <algorithm>
#include <limits>
#include <vector>

#include "best_models.hpp"
#include "logistic_regression.hpp"
#include "mini_network.hpp"
#include "nn/io/progress.hpp"
#include "paired_gain.hpp"
#include "sections.hpp"
#include "training.hpp"

namespace nn {

namespace {

// [snip:hidden-neurons]
constexpr arma::uword hidden_neurons = 16;
// [snip:hidden-neurons]

// [snip:one-split]
/// \brief Both models, trained and examined on one split of the lines.
struct OneSplit {
    double loss_logistic, loss_network, right_logistic, right_network;
    double gain_loss, gain_right;  ///< of the network, in standard errors
};

OneSplit one_split(const Options& options, const Corpus& corpus, std::uint32_t seed,
                   Progress& progress) {
    const TwoParts task = two_parts(corpus, seed, common_words);
    const MiniShape shape{task.words.size(), hidden_neurons};
    const arma::vec logistic = best_logistic(options, seed, task);
    const arma::vec network =
        best_network(options, seed, shape, task, [&] { progress.step(); });
    const arma::rowvec& y = task.test.y;
    const arma::rowvec a = logistic_logits(logistic, task.test.X);
    const arma::rowvec b = mini_logits(network, shape, task.test.X);
    return {mean_log_loss(a, y),
            mean_log_loss(b, y),
            accuracy(a, y),
            accuracy(b, y),
            paired_gain(log_losses(a, y) - log_losses(b, y)),
            paired_gain(right_answers(b, y) - right_answers(a, y))};
}
// [snip:one-split]

// [snip:claim-network]
void claim_network(const std::vector<OneSplit>& splits, Report& report) {
    double loss = std::numeric_limits<double>::infinity(), right = loss;
    for (const OneSplit& split : splits) {
        loss = std::min(loss, split.gain_loss);
        right = std::min(right, split.gain_right);
    }
    report.claim(
        {.id = "network-loss",
         .statement = "The mini network pays less than logistic regression "
                      "on lines not seen.",
         .quantity = "gain in log loss, the smallest of three splits, in "
                     "standard errors",
         .low = 2.0},
        loss);
    report.claim(
        {.id = "network-right",
         .statement = "It is right more often as well.",
         .quantity = "gain in right answers, the smallest of three splits, "
                     "in standard errors",
         .low = 2.0},
        right);
}
// [snip:claim-network]

}  // namespace

// [snip:show-network]
void show_network(const Options& options, const Corpus& corpus, Report& report) {
    report.section("network",
                   "Logistic regression and the mini network, three splits");
    std::vector<OneSplit> splits;
    {
        Progress progress("Mini network", "epochs", 3 * network_epochs(options));
        for (std::uint32_t i = 0; i < 3; ++i)
            splits.push_back(
                one_split(options, corpus, options.seed + i, progress));
    }
    report.print("%6s %22s %22s\n", "", "log loss", "right, in percent");
    report.print("%6s %11s %10s %11s %10s\n", "seed", "regression", "network",
                 "regression", "network");
    for (std::uint32_t i = 0; i < 3; ++i)
        report.print("%6u %11.4f %10.4f %11.1f %10.1f\n", options.seed + i,
                     splits[i].loss_logistic, splits[i].loss_network,
                     100.0 * splits[i].right_logistic,
                     100.0 * splits[i].right_network);
    const MiniShape shape{common_words, hidden_neurons};
    report.value("network-parameters", "%llu",
                 static_cast<unsigned long long>(shape.parameters()));
    report.value("loss-network", "%.4f", splits[0].loss_network);
    claim_network(splits, report);
}
// [snip:show-network]

}  // namespace nn
