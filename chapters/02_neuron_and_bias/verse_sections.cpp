#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include "nn/io/progress.hpp"
#include "nn/io/two_parts.hpp"
#include "nn/perceptron.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:scores]
constexpr std::size_t splits = 5, passes = 20;

/// \brief Two neurons that learn side by side: without a bias, and with one.
using Pair = std::array<PerceptronTrainer, 2>;

/// \brief Shares of held-out lines told right; the arrays without a bias, and with
/// one.
struct Scores {
    double majority = 0.0;  ///< by always naming the larger part
    std::array<double, 2> last{}, average{};
};

Scores scores_of(const Pair& pair, const TwoParts& task, const Dataset& held_out) {
    const double larger = arma::mean(task.train.y) > 0.5 ? 1.0 : 0.0;
    const arma::rowvec always(held_out.y.n_elem, arma::fill::value(larger));
    Scores scores{share_right(always, held_out.y)};
    for (const std::size_t i : {0u, 1u}) {
        scores.last[i] =
            share_right(answers_of(pair[i].last(), held_out.X), held_out.y);
        scores.average[i] =
            share_right(answers_of(pair[i].average(), held_out.X), held_out.y);
    }
    return scores;
}
// [snip:scores]

// [snip:train-pair]
/// \brief Trains on one split, and calls `after` with each pass and its mistakes.
template <class After>
Pair trained_pair(const TwoParts& task, After after) {
    const std::size_t inputs = task.words.size();
    Pair pair{PerceptronTrainer(inputs, false), PerceptronTrainer(inputs, true)};
    for (std::size_t pass = 1; pass <= passes; ++pass) {
        const std::size_t without = pair[0].pass(task.train);
        const std::size_t with = pair[1].pass(task.train);
        after(pass, pair, without, with);
    }
    return pair;
}
// [snip:train-pair]

// [snip:watch-passes]
Pair watched_pair(const TwoParts& task, Progress& progress, Report& report) {
    Csv curve({"pass", "majority", "last_without", "last_with", "average_without",
               "average_with"});
    report.print("mistakes in         without a bias    with one\n");
    Pair pair = trained_pair(task, [&](std::size_t pass, const Pair& now,
                                       std::size_t without, std::size_t with) {
        const Scores scores = scores_of(now, task, task.validation);
        curve.row({static_cast<double>(pass), scores.majority, scores.last[0],
                   scores.last[1], scores.average[0], scores.average[1]});
        if (pass == 1) {
            report.value("first-pass-without", "%zu", without);
            report.value("first-pass-with", "%zu", with);
        }
        if (pass == 1 || pass == 2 || pass == passes)
            report.print("  pass %2zu %20zu %11zu\n", pass, without, with);
        progress.step();
    });
    report.data("verses.csv", curve);
    return pair;
}
// [snip:watch-passes]

// [snip:telling-words]
void print_telling_words(const TwoParts& task, const Perceptron& neuron,
                         Report& report) {
    report.section("telling", "The most telling words");
    std::vector<std::size_t> order(neuron.w.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return neuron.w[a] < neuron.w[b];
    });
    report.print("%-23s %s\n", task.names[0].c_str(), task.names[1].c_str());
    for (std::size_t i = 0; i < std::min<std::size_t>(10, order.size()); ++i) {
        const std::size_t first = order[i], second = order[order.size() - 1 - i];
        report.print("%7.1f  %-14s %7.1f  %s\n", neuron.w[first],
                     task.words[first].c_str(), neuron.w[second],
                     task.words[second].c_str());
    }
    report.print("%7s  bias\n",
                 report.value("verse-bias", "%.2f", neuron.b).c_str());
}
// [snip:telling-words]

// [snip:print-scores]
std::string points(Report& report, const char* id, double share) {
    return report.value(id, "%.1f", 100.0 * share);
}

void print_scores(const std::vector<Scores>& all, Report& report) {
    report.section("scores", "Verses told right, of those held out, in percent");
    report.print("         larger     as it stands        averaged\n");
    report.print("split     part     without  with     without  with\n");
    for (std::size_t i = 0; i < all.size(); ++i)
        report.print("%5zu %8.1f %11.1f %5.1f %11.1f %5.1f\n", i + 1,
                     100.0 * all[i].majority, 100.0 * all[i].last[0],
                     100.0 * all[i].last[1], 100.0 * all[i].average[0],
                     100.0 * all[i].average[1]);
}

Scores mean_of(const std::vector<Scores>& all) {
    Scores mean;
    for (const Scores& scores : all) {
        mean.majority += scores.majority / static_cast<double>(all.size());
        for (const std::size_t i : {0u, 1u}) {
            mean.last[i] += scores.last[i] / static_cast<double>(all.size());
            mean.average[i] += scores.average[i] / static_cast<double>(all.size());
        }
    }
    return mean;
}
// [snip:print-scores]

// [snip:claim-scores]
void claim_scores(const Scores& mean, std::size_t verses, Report& report) {
    const double a = mean.average[1];
    report.value("test-error", "%.1f",
                 100.0 * std::sqrt(a * (1.0 - a) / static_cast<double>(verses)));
    report.print(" mean %8s %11s %5s %11s %5s\n",
                 points(report, "majority", mean.majority).c_str(),
                 points(report, "last-without", mean.last[0]).c_str(),
                 points(report, "last-with", mean.last[1]).c_str(),
                 points(report, "average-without", mean.average[0]).c_str(),
                 points(report, "average-with", mean.average[1]).c_str());
    report.value("gain-by-bias", "%.1f",
                 100.0 * (mean.average[1] - mean.average[0]));
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
        100.0 * (mean.average[1] - mean.average[0]));
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

// [snip:print-task]
void print_task(const TwoParts& task, Report& report) {
    const std::size_t first = task.lines - task.second;
    report.print("%s of %s lines are of the %s\n",
                 report.value("first-lines", "%zu", first).c_str(),
                 report.value("all-lines", "%zu", task.lines).c_str(),
                 task.names[0].c_str());
    const arma::rowvec sums = arma::sum(task.train.X, 0);  // 1 × examples
    report.print("the inputs of a line add up to %s, give or take %s\n\n",
                 report.value("input-sum", "%.2f", arma::mean(sums)).c_str(),
                 report.value("input-spread", "%.2f", arma::stddev(sums)).c_str());
    report.value("input-square", "%.3f",
                 arma::accu(arma::square(task.train.X)) /
                     static_cast<double>(task.train.X.n_cols));
    report.value("inputs", "%zu", task.words.size());
    report.value("test-verses", "%llu",
                 static_cast<unsigned long long>(task.test.X.n_cols));
}
// [snip:print-task]

}  // namespace

// [snip:show-verses]
void show_verses(const Options& options, const Corpus& corpus, const TwoParts& task,
                 Report& report) {
    report.section("verses", corpus.name + ": which part is a line from?");
    print_task(task, report);
    Progress progress("Verses", "passes", passes * splits);
    const Pair watched = watched_pair(task, progress, report);
    print_telling_words(task, watched[1].average(), report);
    std::vector<Scores> scores{scores_of(watched, task, task.test)};
    for (std::uint32_t split = 1; split < splits; ++split) {
        const TwoParts other =
            two_parts(corpus, options.seed + split, common_words);
        const Pair pair = trained_pair(other, [&](auto&&...) { progress.step(); });
        scores.push_back(scores_of(pair, other, other.test));
    }
    print_scores(scores, report);
    claim_scores(mean_of(scores), task.test.X.n_cols, report);
}
// [snip:show-verses]

}  // namespace nn
