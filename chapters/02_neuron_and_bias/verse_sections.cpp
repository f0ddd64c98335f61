#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include "nn/io/progress.hpp"
#include "nn/io/two_parts.hpp"
#include "scores.hpp"
#include "sections.hpp"
#include "verse_pair.hpp"

namespace nn {

namespace {

// [snip:describe-curve]
/// \brief What the text under the figure tells of its curves.
void describe_curve(const std::vector<PairScores>& all, Report& report) {
    double lowest = 1.0, highest = 0.0;
    for (const PairScores& scores : all)
        for (const double last : scores.last) {
            lowest = std::min(lowest, last);
            highest = std::max(highest, last);
        }
    const auto caught_up =
        std::find_if(all.begin(), all.end(), [&](const PairScores& scores) {
            return scores.average[1] >= all.front().average[0];
        });
    report.value("curve-lowest", "%.0f", 100.0 * lowest);
    report.value("curve-highest", "%.0f", 100.0 * highest);
    report.value("curve-first", "%.0f", 100.0 * all.front().average[1]);
    report.value("curve-end", "%.0f", 100.0 * all.back().average[1]);
    report.value("curve-caught-up", "%td", caught_up - all.begin() + 1);
}
// [snip:describe-curve]

// [snip:watch-passes]
PerceptronPair watched_pair(const TwoParts& task, Progress& progress,
                            Report& report) {
    Csv curve({"pass", "majority", "last_without", "last_with", "average_without",
               "average_with"});
    std::vector<PairScores> all;
    report.print("mistakes in         without a bias    with one\n");
    const auto after = [&](std::size_t pass, const PerceptronPair& now,
                           std::size_t without, std::size_t with) {
        const PairScores scores = scores_of(now, task, task.validation);
        all.push_back(scores);
        curve.row({static_cast<double>(pass), scores.majority, scores.last[0],
                   scores.last[1], scores.average[0], scores.average[1]});
        if (pass == 1) {
            report.value("first-pass-without", "%zu", without);
            report.value("first-pass-with", "%zu", with);
        }
        if (pass == 1 || pass == 2 || pass == pair_passes)
            report.print("  pass %2zu %20zu %11zu\n", pass, without, with);
        progress.step();
    };
    PerceptronPair pair = trained_pair(task, after);
    describe_curve(all, report);
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

// [snip:examine-few]
PairScores examined_pair(const TwoParts& task, Progress& progress) {
    const PerceptronPair pair =
        trained_pair(task, [&](auto&&...) { progress.step(); });
    return scores_of(pair, task, task.test);
}

/// \brief One split's part of a table. The scores with all inputs are known.
void examine_few_inputs(const TwoParts& task, const PairScores& with_all,
                        std::vector<FewInputs>& table, Progress& progress) {
    for (FewInputs& few : table) {
        const TwoParts made = with_inputs(task, few.inputs);
        const bool all = few.inputs >= task.words.size();
        few.shares.push_back(all ? with_all : examined_pair(made, progress));
        few.centred.push_back(examined_pair(centred(made), progress));
    }
}
// [snip:examine-few]

}  // namespace

// [snip:show-verses]
void show_verses(const Options& options, const Corpus& corpus, const TwoParts& task,
                 Report& report) {
    report.section("verses", corpus.name + ": which part is a line from?");
    print_task(task, report);
    constexpr std::size_t splits = 5;
    Progress progress("Verses", "passes", pair_passes * 6 * splits);
    const PerceptronPair watched = watched_pair(task, progress, report);
    print_telling_words(task, watched[1].average(), report);
    std::vector<PairScores> shares{scores_of(watched, task, task.test)};
    std::vector<FewInputs> few{{5}, {20}, {common_words}};
    examine_few_inputs(task, shares.back(), few, progress);
    for (std::uint32_t split = 1; split < splits; ++split) {
        const TwoParts other =
            two_parts(corpus, options.seed + split, common_words);
        shares.push_back(examined_pair(other, progress));
        examine_few_inputs(other, shares.back(), few, progress);
    }
    show_scores(shares, report);
    show_few_inputs(few, report);
}
// [snip:show-verses]

}  // namespace nn
