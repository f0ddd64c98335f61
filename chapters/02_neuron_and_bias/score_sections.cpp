#include <algorithm>
#include <cmath>
#include <string>

#include "scores.hpp"

namespace nn {

namespace {

// [snip:print-scores]
std::string points(Report& report, const char* id, double share) {
    return report.value(id, "%.1f", 100.0 * share);
}

void print_scores(const std::vector<PairScores>& all, Report& report) {
    report.print("         larger     as it stands        averaged\n");
    report.print("split     part     without  with     without  with\n");
    for (std::size_t i = 0; i < all.size(); ++i)
        report.print("%5zu %8.1f %11.1f %5.1f %11.1f %5.1f\n", i + 1,
                     100.0 * all[i].majority, 100.0 * all[i].last[0],
                     100.0 * all[i].last[1], 100.0 * all[i].average[0],
                     100.0 * all[i].average[1]);
}

PairScores mean_of(const std::vector<PairScores>& all) {
    PairScores mean;
    for (const PairScores& scores : all) {
        mean.majority += scores.majority / static_cast<double>(all.size());
        for (const std::size_t i : {0u, 1u}) {
            mean.last[i] += scores.last[i] / static_cast<double>(all.size());
            mean.average[i] += scores.average[i] / static_cast<double>(all.size());
        }
    }
    return mean;
}
// [snip:print-scores]

// [snip:gain-by-bias]
/// \brief The averaged neuron's gain by its bias, in points: its mean over the
/// splits, and the standard error of that mean.
struct GainByBias {
    double mean = 0.0, error = 0.0;
};

GainByBias gain_by_bias(const std::vector<PairScores>& all) {
    arma::vec gains(all.size());  // splits
    for (arma::uword i = 0; i < gains.n_elem; ++i)
        gains[i] = 100.0 * (all[i].average[1] - all[i].average[0]);
    return {arma::mean(gains),
            arma::stddev(gains) / std::sqrt(static_cast<double>(gains.n_elem))};
}
// [snip:gain-by-bias]

// [snip:print-last]
/// \brief The neurons as they stand, against always naming the larger part.
void print_gain_of_last(const std::vector<PairScores>& all, Report& report) {
    double gain = 0.0;
    int neurons = 0, worse = 0;
    for (const PairScores& scores : all)
        for (const double last : scores.last) {
            gain += 100.0 * (last - scores.majority);
            ++neurons;
            worse += last < scores.majority;
        }
    report.print("\nas they stand: %s points above the larger part,\n",
                 report.value("last-gain", "%.1f", gain / neurons).c_str());
    report.print("               and below it in %s of %s\n",
                 report.value("last-worse", "%d", worse).c_str(),
                 report.value("last-neurons", "%d", neurons).c_str());
}
// [snip:print-last]

// [snip:claim-scores]
void claim_scores(const PairScores& mean, const GainByBias& gain, Report& report) {
    report.claim(
        {.id = "beats-majority",
         .statement = "One neuron tells the Testaments apart better than by "
                      "always naming the larger one.",
         .quantity = "gain of the averaged neuron over the larger part, in "
                     "points",
         .low = 2.0,
         .high = 100.0},
        100.0 * (mean.average[1] - mean.majority));
    report.claim(
        {.id = "verses-need-bias",
         .statement = "Without a bias the neuron learns less from the verses.",
         .quantity = "gain of the averaged neuron by its bias, in points",
         .low = 1.0,
         .high = 100.0},
        gain.mean);
    report.claim(
        {.id = "average-better",
         .statement = "The average of all neurons on the way is better than the "
                      "last of them.",
         .quantity = "gain by averaging, with a bias, in points",
         .low = 1.0,
         .high = 100.0},
        100.0 * (mean.average[1] - mean.last[1]));
}
// [snip:claim-scores]

}  // namespace

// [snip:show-scores]
void show_scores(const std::vector<PairScores>& all, Report& report) {
    report.section("scores", "Verses of the test part judged rightly, in percent");
    print_scores(all, report);
    const PairScores mean = mean_of(all);
    const GainByBias gain = gain_by_bias(all);
    report.print(" mean %8s %11s %5s %11s %5s\n",
                 points(report, "majority", mean.majority).c_str(),
                 points(report, "last-without", mean.last[0]).c_str(),
                 points(report, "last-with", mean.last[1]).c_str(),
                 points(report, "average-without", mean.average[0]).c_str(),
                 points(report, "average-with", mean.average[1]).c_str());
    print_gain_of_last(all, report);
    report.print("averaged, gain by the bias: %s, standard error %s\n",
                 report.value("gain-by-bias", "%.2f", gain.mean).c_str(),
                 report.value("gain-error", "%.2f", gain.error).c_str());
    claim_scores(mean, gain, report);
}
// [snip:show-scores]

namespace {

// [snip:few-inputs]
void print_few_inputs(const std::vector<FewInputs>& all, Report& report) {
    report.print("                 shares        shares less their means\n");
    report.print("inputs   without  with  gain    without  with  gain\n");
    for (const FewInputs& few : all) {
        const auto row = [&](const std::vector<PairScores>& scores) {
            const PairScores mean = mean_of(scores);
            const GainByBias gain = gain_by_bias(scores);
            report.print("%9.1f %5.1f %5.1f ± %.1f", 100.0 * mean.average[0],
                         100.0 * mean.average[1], gain.mean, gain.error);
        };
        report.print("%5zu ", few.inputs);
        row(few.shares);
        row(few.centred);
        report.print("\n");
    }
}
// [snip:few-inputs]

}  // namespace

// [snip:show-few-inputs]
void show_few_inputs(const std::vector<FewInputs>& all, Report& report) {
    report.section("few-inputs", "What the bias is worth, by the number of inputs");
    print_few_inputs(all, report);
    const GainByBias many = gain_by_bias(all.back().centred),
                     few = gain_by_bias(all.front().centred);
    report.value("centred-gain", "%.1f", many.mean);
    report.value("centred-error", "%.1f", many.error);
    report.value("few-gain", "%.1f", few.mean);
    report.value("few-inputs", "%zu", all.front().inputs);
    report.claim(
        {.id = "centred-needs-bias",
         .statement = "Where the inputs add up to nothing on average, the neuron "
                      "learns less without a bias.",
         .quantity = "gain of the averaged neuron by its bias, in points, with "
                     "the mean of each input taken off it",
         .low = 1.0,
         .high = 100.0},
        many.mean);
    report.claim(
        {.id = "few-need-bias",
         .statement = "With few inputs that add up to nothing on average, the "
                      "neuron learns less without a bias.",
         .quantity = "gain of the averaged neuron by its bias, in points, with "
                     "the 5 most common words, less their means",
         .low = 1.0,
         .high = 100.0},
        few.mean);
}
// [snip:show-few-inputs]

}  // namespace nn
