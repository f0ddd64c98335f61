#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "sections.hpp"
#include "table_rows.hpp"

namespace nn {

namespace {

// [snip:two-words]
constexpr std::array<const char*, 2> asked{"wine", "bread"};
constexpr std::array<const char*, 8> probes{
    "drink", "vineyard", "eat", "unleavened", "the", "of", "and", "sword"};

/// \brief The rows of the two words, if the text has both.
struct TwoRows {
    std::array<Token, 2> words;
    TableRows rows;

    double probability(std::size_t one, Token probe) const {
        return context_probability(rows.x(one, probe), rows.sum(words[one]));
    }
    double ratio(Token probe) const {
        return probability_ratio(rows.x(0, probe), rows.sum(words[0]),
                                 rows.x(1, probe), rows.sum(words[1]));
    }
    /// \brief Whether both words have been seen with the probe often enough.
    bool knows(Token probe, double least) const {
        return rows.x(0, probe) >= least && rows.x(1, probe) >= least;
    }
};

std::optional<TwoRows> two_rows(const GloveStudy& study, Report& report) {
    const Vocabulary& words = study.corpus.vocabulary;
    const auto one = words.find(asked[0]), other = words.find(asked[1]);
    if (!one || !other) {
        report.print("%s and %s do not both occur often enough\n", asked[0],
                     asked[1]);
        return {};
    }
    TwoRows two{{*one, *other}, TableRows(words.size(), std::array{*one, *other})};
    study.runs.for_each([&](std::span<const Cell> pairs) { two.rows.add(pairs); });
    return two;
}
// [snip:two-words]

// [snip:print-probes]
/// \brief How far a ratio is from 1, either way.
double factor(double ratio) {
    return std::max(ratio, 1.0 / ratio);
}

void print_probes(const TwoRows& two, const Vocabulary& words, Report& report) {
    report.print("%-11s %11s %13s %11s %13s %6s\n", "k", "X wine, k", "P(k | wine)",
                 "X bread, k", "P(k | bread)", "ratio");
    for (const std::string probe : probes) {
        const auto k = words.find(probe);
        if (!k) continue;
        report.print("%-11s %11.1f %13.5f %11.1f %13.5f %6s\n", probe.c_str(),
                     two.rows.x(0, *k), two.probability(0, *k), two.rows.x(1, *k),
                     two.probability(1, *k),
                     report.value("ratio-" + probe, "%.2f", two.ratio(*k)).c_str());
    }
}

void claim_ratios(const TwoRows& two, const Vocabulary& words, Report& report) {
    const auto of = [&](const char* probe) {
        const auto k = words.find(probe);
        return k ? factor(two.ratio(*k)) : 1.0;
    };
    const double telling = std::min(of("drink"), of("eat"));
    const double idle = std::max({of("the"), of("of"), of("and")});
    report.value("factor-eat", "%.0f", of("eat"));
    report.claim(
        {.id = "ratio-tells",
         .statement = "The ratio is far from 1 for a word that tells wine "
                      "from bread, and near 1 for one that does not.",
         .quantity = "nearer of drink and eat over farthest of the, of, and",
         .low = 2.0},
        telling / idle);
}
// [snip:print-probes]

// [snip:claim-frequency]
/// \brief Logarithms for all probes that both words know.
struct ProbeLogs {
    arma::vec frequency, probability, ratio;
};

ProbeLogs probe_logs(const TwoRows& two, const Vocabulary& words, double least) {
    std::vector<double> frequency, probability, ratio;
    for (Token k = 0; k < words.size(); ++k) {
        if (!two.knows(k, least)) continue;
        frequency.push_back(std::log(words.count(k) / words.total()));
        probability.push_back(std::log(two.probability(0, k)));
        ratio.push_back(std::log(two.ratio(k)));
    }
    return {frequency, probability, ratio};
}

void claim_frequency(const ProbeLogs& logs, Report& report) {
    const double raw = arma::as_scalar(arma::cor(logs.frequency, logs.probability));
    const double ratio = arma::as_scalar(arma::cor(logs.frequency, logs.ratio));
    report.print("\n%llu probes; correlation with the probe's own frequency:\n",
                 static_cast<unsigned long long>(logs.ratio.n_elem));
    report.print("log P(k | wine) %s, log ratio %s\n",
                 report.value("raw-frequency", "%.2f", raw).c_str(),
                 report.value("ratio-frequency", "%.2f", ratio).c_str());
    report.claim(
        {.id = "frequency-gone",
         .statement = "How common the probe is by itself cancels in the "
                      "ratio.",
         .quantity = "correlation of the logarithms of the ratio and of the "
                     "probe's frequency, by size",
         .high = 0.3},
        std::abs(ratio));
}
// [snip:claim-frequency]

}  // namespace

// [snip:show-ratios]
void show_ratios(const GloveStudy& study, Report& report) {
    report.section("ratios", "The company of wine, and that of bread");
    const auto two = two_rows(study, report);
    if (!two) return;
    print_probes(*two, study.corpus.vocabulary, report);
    claim_ratios(*two, study.corpus.vocabulary, report);
    const ProbeLogs logs = probe_logs(*two, study.corpus.vocabulary, 1.0);
    if (logs.ratio.n_elem >= 10) claim_frequency(logs, report);
}
// [snip:show-ratios]

// [snip:show-recovered-ratios]
void show_recovered_ratios(const GloveStudy& study, Report& report) {
    report.section("recovered", "Differences of vectors, and ratios");
    const auto two = two_rows(study, report);
    if (!two) return;
    const arma::fvec apart =
        study.learnt.word.col(two->words[0]) - study.learnt.word.col(two->words[1]);
    Csv table({"ratio", "product"});
    std::vector<double> logs, products;
    for (Token k = 0; k < study.corpus.vocabulary.size(); ++k) {
        if (!two->knows(k, 1.0)) continue;
        logs.push_back(std::log(two->ratio(k)));
        products.push_back(
            static_cast<double>(arma::dot(apart, study.learnt.context.col(k))));
        table.row({logs.back(), products.back()});
    }
    report.data("recovered.csv", table);
    if (logs.size() < 10) return;
    const double r =
        arma::as_scalar(arma::cor(arma::vec(products), arma::vec(logs)));
    report.print("%zu probes, correlation %s\n", logs.size(),
                 report.value("recovered", "%.3f", r).c_str());
    report.claim({.id = "ratio-recovered",
                  .statement = "The difference of two words' vectors, times a "
                               "probe's, is the logarithm of the ratio.",
                  .quantity = "correlation over the probes of wine and bread",
                  .low = 0.8},
                 r);
}
// [snip:show-recovered-ratios]

}  // namespace nn
