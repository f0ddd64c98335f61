#include <algorithm>
#include <cmath>
#include <string>

#include "nn/word_vectors.hpp"
#include "sections.hpp"
#include "senses.hpp"

namespace nn {

namespace {

// [snip:mean-over]
/// \brief The mean of measure(item) over items.
template <class Items, class Measure>
double mean_over(const Items& items, Measure measure) {
    double sum = 0.0;
    for (const auto& item : items) sum += measure(item);
    return sum / static_cast<double>(items.size());
}

/// \brief Measures of the words of a study.
class SenseMeasures {
public:
    explicit SenseMeasures(const SenseStudy& senses)
        : vectors_(arma::conv_to<arma::mat>::from(senses.vectors)) {}

    double cosine(Token a, Token b) const {
        return arma::dot(arma::normalise(vectors_.col(a)),
                         arma::normalise(vectors_.col(b)));
    }
    double in_plane(Token v, Token a, Token b) const {
        return share_in_plane(vectors_.col(v), vectors_.col(a), vectors_.col(b));
    }

private:
    arma::mat vectors_;  // d × words
};
// [snip:mean-over]

// [snip:equal-parts]
void show_equal_parts(const SenseStudy& senses, const SenseMeasures& measures,
                      Report& report) {
    const auto parts = mean_over(senses.equal, [&](const Mixture& m) {
        return (measures.cosine(m.joint, m.first) +
                measures.cosine(m.joint, m.second)) /
               2;
    });
    const auto apart = mean_over(senses.equal, [&](const Mixture& m) {
        return measures.cosine(m.first, m.second);
    });
    const auto own = mean_over(senses.halves, [&](const Halves& h) {
        return measures.cosine(h.one, h.other);
    });
    report.print("mean cosine\n  of a joint word and one of its parts  %s\n",
                 report.value("joint-part", "%.2f", parts).c_str());
    report.print("  of the two parts                      %s\n",
                 report.value("part-part", "%.2f", apart).c_str());
    report.print("  of two halves of one word             %s\n",
                 report.value("half-half", "%.2f", own).c_str());
    const auto nearer = mean_over(senses.equal, [&](const Mixture& m) {
        const double between = measures.cosine(m.first, m.second);
        return measures.cosine(m.joint, m.first) > between &&
               measures.cosine(m.joint, m.second) > between;
    });
    report.value("joint-words", "%zu", senses.equal.size());
    report.claim(
        {.id = "between",
         .statement = "A word with two meanings has a vector between them.",
         .quantity = "joint words nearer to both parts than these to each "
                     "other, as a share",
         .low = 0.95},
        nearer);
}
// [snip:equal-parts]

// [snip:planes]
void show_planes(const SenseStudy& senses, const SenseMeasures& measures,
                 Report& report) {
    const auto plane = mean_over(senses.equal, [&](const Mixture& m) {
        return measures.in_plane(m.joint, m.first, m.second);
    });
    const auto own = mean_over(senses.halves, [&](const Halves& h) {
        return std::pow(measures.cosine(h.one, h.other), 2);
    });
    const auto foreign = mean_over(senses.equal, [&](const Mixture& m) {
        return mean_over(senses.halves, [&](const Halves& h) {
            return measures.in_plane(m.joint, h.one, h.other);
        });
    });
    report.print("share of a vector\n  in the plane of its parts             %s\n",
                 report.value("plane", "%.2f", plane).c_str());
    report.print("  along another half of the same word   %s\n",
                 report.value("own-line", "%.2f", own).c_str());
    report.print("  in a plane of other words             %s\n",
                 report.value("foreign-plane", "%.2f", foreign).c_str());
    report.claim({.id = "mixture",
                  .statement = "It is a mixture of the two, and nothing else.",
                  .quantity = "its share in the plane of the parts, over the share "
                              "of one half of a word along the other",
                  .low = 0.8},
                 plane / own);
}
// [snip:planes]

}  // namespace

// [snip:show-mixtures]
void show_mixtures(const SenseStudy& senses, Report& report) {
    report.section("mixtures", "Two words under one name");
    if (senses.equal.size() < 5 || senses.halves.size() < 5 ||
        senses.unequal.size() < 5)
        return report.print("too few common words to join\n");
    const SenseMeasures measures(senses);
    show_equal_parts(senses, measures, report);
    show_planes(senses, measures, report);
    const auto major = mean_over(senses.unequal, [&](const Mixture& m) {
        return measures.cosine(m.joint, m.first) >
               measures.cosine(m.joint, m.second);
    });
    report.print("mixed 3 to 1, the mean cosine is %s and %s\n",
                 report
                     .value("major", "%.2f",
                            mean_over(senses.unequal,
                                      [&](auto& m) {
                                          return measures.cosine(m.joint, m.first);
                                      }))
                     .c_str(),
                 report
                     .value("minor", "%.2f",
                            mean_over(senses.unequal,
                                      [&](auto& m) {
                                          return measures.cosine(m.joint, m.second);
                                      }))
                     .c_str());
    report.claim(
        {.id = "majority",
         .statement = "The more common meaning draws the vector to itself.",
         .quantity = "words mixed 3 to 1 that are nearer to the larger "
                     "part, as a share",
         .low = 0.9},
        major);
}
// [snip:show-mixtures]

namespace {

// [snip:print-splits]
void print_near(const SenseStudy& senses, const WordSpace& space, Token word,
                Report& report) {
    report.print("  %-10s", senses.names[word].c_str());
    for (const Neighbour& near : space.neighbours(senses.names[word], 6))
        report.print(" %s", near.word.c_str());
    report.print("\n");
}

void print_splits(const SenseStudy& senses, const SenseMeasures& measures,
                  Report& report) {
    const WordSpace space({senses.names, senses.vectors});
    for (const Split& split : senses.splits) {
        const double between = measures.cosine(split.first, split.second);
        const std::string& name = senses.names[split.whole];
        report.print("%-10s %5.2f", name.c_str(), between);
        report.value("split-" + name, "%.2f", between);
        if (senses.two_books)
            report.print(
                "  Bible %3s %%, %3s %%",
                report.value("bible-first-" + name, "%.0f", 100 * split.bible[0])
                    .c_str(),
                report.value("bible-second-" + name, "%.0f", 100 * split.bible[1])
                    .c_str());
        report.print("\n");
        for (const Token word : {split.whole, split.first, split.second})
            if (split.several_senses) print_near(senses, space, word, report);
    }
}
// [snip:print-splits]

// [snip:print-books]
/// \brief Are words cut where the one book ends and the other begins?
void print_books(const SenseStudy& senses, const SenseMeasures& measures,
                 Report& report) {
    arma::vec cosines(senses.splits.size()), apart(senses.splits.size());
    for (std::size_t i = 0; i < senses.splits.size(); ++i) {
        const Split& split = senses.splits[i];
        cosines[i] = measures.cosine(split.first, split.second);
        apart[i] = std::abs(split.bible[0] - split.bible[1]);
    }
    report.print(
        "share in the Bible, the one part's less the other's: mean %s\n",
        report.value("books-apart", "%.0f %%", 100.0 * arma::mean(apart)).c_str());
    report.print("its correlation with the cosine of the parts: %s\n",
                 report
                     .value("books-cosine", "%.2f",
                            arma::as_scalar(arma::cor(apart, cosines)))
                     .c_str());
}
// [snip:print-books]

}  // namespace

// [snip:show-senses]
void show_senses(const SenseStudy& senses, Report& report) {
    report.section("senses", "Words split by their company");
    const SenseMeasures measures(senses);
    print_splits(senses, measures, report);
    std::vector<Split> several, single;
    for (const Split& split : senses.splits)
        (split.several_senses ? several : single).push_back(split);
    report.value("several-words", "%zu", several.size());
    report.value("single-words", "%zu", single.size());
    if (several.size() < 5 || single.size() < 5)
        return report.print("too few of the words that this section asks about\n");
    const auto between = [&](const Split& split) {
        return measures.cosine(split.first, split.second);
    };
    const double two = mean_over(several, between),
                 one = mean_over(single, between);
    report.print("mean cosine of the two parts: several senses %s, one sense %s\n",
                 report.value("several-senses", "%.2f", two).c_str(),
                 report.value("one-sense", "%.2f", one).c_str());
    if (senses.two_books) print_books(senses, measures, report);
    report.claim({.id = "senses-apart",
                  .statement = "Split by company, words with several senses fall "
                               "further apart than words with one.",
                  .quantity = "mean cosine of the parts, one sense less several",
                  .low = 0.1},
                 one - two);
}
// [snip:show-senses]

}  // namespace nn
