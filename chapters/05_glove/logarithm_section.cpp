#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "nn/philox.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:score-of-pair]
/// \brief What the vectors and biases say of a cell's logarithm.
double score_of(const GloveEmbedding& learnt, const Cell& cell) {
    const float products =
        arma::dot(learnt.word.col(cell.row), learnt.context.col(cell.column));
    return static_cast<double>(products + learnt.word_bias[cell.row] +
                               learnt.context_bias[cell.column]);
}

/// \brief Sums for a correlation, told pair by pair.
struct Correlation {
    double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0, squares = 0;

    void add(double a, double b) {
        n += 1, x += a, y += b, xx += a * a, yy += b * b, xy += a * b;
        squares += (a - b) * (a - b);
    }
    double value() const {
        const double covariance = xy - x * y / n;
        return covariance / std::sqrt((xx - x * x / n) * (yy - y * y / n));
    }
};
// [snip:score-of-pair]

}  // namespace

// [snip:show-log-x]
void show_log_x(const GloveStudy& study, Report& report) {
    report.section("log-x", "What the vectors say of each cell");
    constexpr std::array<double, 5> from{0.0, 1.0, 10.0, 100.0, 1000.0};
    std::array<Correlation, from.size()> bins;
    Correlation common;
    Csv sample({"log_x", "score"});
    const CounterRng rng(7, 5);
    std::uint64_t index = 0;
    study.runs.for_each([&](std::span<const Cell> pairs) {
        for (const Cell& pair : pairs) {
            const double log_x = std::log(pair.x),
                         score = score_of(study.learnt, pair);
            std::size_t bin = from.size() - 1;
            while (pair.x < from[bin]) --bin;
            bins[bin].add(log_x, score);
            if (pair.x >= 10.0) common.add(log_x, score);
            // About as many points of common pairs as of rare ones.
            const double chance = bin == 0   ? 2e-4
                                  : bin == 1 ? 6e-4
                                  : bin == 2 ? 8e-3
                                             : 8e-2;
            if (rng.uniform(index++) < chance) sample.row({log_x, score});
        }
    });
    report.data("log_x.csv", sample);
    // [snip:show-log-x]
    // [snip:show-log-x-table]
    report.print("%16s %10s %12s %14s\n", "X", "pairs", "correlation", "misses by");
    for (std::size_t bin = 0; bin < from.size(); ++bin) {
        if (bins[bin].n < 3) continue;
        const double missed = std::sqrt(bins[bin].squares / bins[bin].n);
        report.print(
            "from %11g %10.0f %12.2f %14s\n", from[bin], bins[bin].n,
            bins[bin].value(),
            report.value("missed-" + std::to_string(bin), "%.2f", missed).c_str());
        report.value("factor-" + std::to_string(bin), "%.1f", std::exp(missed));
        report.value("pairs-" + std::to_string(bin), "%.0f", bins[bin].n);
    }
    const double r = common.n >= 3 ? common.value() : 0.0;
    const double missed = std::sqrt(common.squares / std::max(common.n, 1.0));
    report.print("all from 10 on: correlation %s, misses by %s\n",
                 report.value("log-x-correlation", "%.3f", r).c_str(),
                 report.value("log-x-missed", "%.2f", missed).c_str());
    report.claim(
        {.id = "log-x",
         .statement = "The product of two words' vectors, with the biases, "
                      "is the logarithm of their cell.",
         .quantity = "correlation over the cells that count fully",
         .low = 0.95},
        r);
    // [snip:show-log-x-table]
    // [snip:show-biases]
    const arma::vec counts(study.corpus.vocabulary.counts());
    const arma::vec biases = arma::conv_to<arma::vec>::from(study.learnt.word_bias);
    const arma::vec log_counts = arma::log(counts);
    const arma::frowvec squares = arma::sum(arma::square(study.learnt.word), 0);
    const arma::vec lengths =
        arma::conv_to<arma::vec>::from(arma::frowvec(arma::sqrt(squares)));
    const auto with_count = [&](const arma::vec& x) {
        return arma::as_scalar(arma::cor(x, log_counts));
    };
    report.print(
        "correlation with the logarithm of a word's count:\nbias %s, length "
        "of w %s\n",
        report.value("bias-count", "%.2f", with_count(biases)).c_str(),
        report.value("length-count", "%.2f", with_count(lengths)).c_str());
    report.claim(
        {.id = "bias-frequency",
         .statement = "A word's bias is how common the word is.",
         .quantity = "correlation of the bias with the logarithm of the count",
         .low = 0.9},
        with_count(biases));
}
// [snip:show-biases]

}  // namespace nn
