#include "masked_word_section.hpp"

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "gap_reading.hpp"

namespace nn {

namespace {

// [snip:print-masked-task]
void print_task(const MaskedWordStudy& study, Report& report) {
    const VerseText& text = study.text;
    report.print(
        "%s: %s lines to learn from, %s words known\n", text.name.c_str(),
        report.value("masked-lines", "%zu", text.train.size()).c_str(),
        report.value("masked-words", "%zu", text.vocabulary.size()).c_str());
    report.print(
        "hidden: %s of the words, %s times in %s lines held out\n\n",
        report.value("masked-answers", "%zu", text.answers.count).c_str(),
        report.value("masked-asked", "%zu", study.asked.size()).c_str(),
        report.value("masked-held-out", "%zu", text.held_out.size()).c_str());
}
// [snip:print-masked-task]

// [snip:most-common-answer]
/// \brief How often the most common answer is right.
double right_by_frequency(const MaskedWordStudy& study) {
    const auto right = std::count_if(
        study.asked.begin(), study.asked.end(),
        [&](const Gap& gap) { return gap.hidden() == study.text.answers.first; });
    return static_cast<double>(right) / static_cast<double>(study.asked.size());
}
// [snip:most-common-answer]

// [snip:print-rungs]
std::vector<GapScore> print_rungs(const Options& options,
                                  const MaskedWordStudy& study, Report& report) {
    report.print("weights depend on       numbers learnt   bits   guessed right\n");
    report.print("%-23s %14s %6s %13.1f %%\n", "(always the commonest)", "", "",
                 100 * right_by_frequency(study));
    report.value("masked-commonest", "%.1f", 100 * right_by_frequency(study));
    std::vector<GapScore> scores;
    Csv table({"rung", "name", "bits", "right"});
    for (std::size_t i = 0; i < rungs.size(); ++i) {
        const GapModel& model = study.models[i];
        scores.push_back(judge_gaps(model, study.asked, options.threads));
        const std::string id = rungs[i].id;
        report.print(
            "%-23s %14zu %6s %13s %%\n", rungs[i].name, model.layout().size(),
            report.value("masked-bits-" + id, "%.2f", scores[i].bits).c_str(),
            report.value("masked-right-" + id, "%.1f", 100 * scores[i].right)
                .c_str());
        table.row({double(i), std::string(rungs[i].name), scores[i].bits,
                   100 * scores[i].right});
    }
    report.data("masked_word.csv", table);
    return scores;
}
// [snip:print-rungs]

// [snip:claim-masked]
void claim_attention(const std::vector<GapScore>& scores, Report& report) {
    report.claim({.id = "attention-beats-averaging",
                  .statement = "Attention guesses a hidden word better than the "
                               "average of the words.",
                  .quantity = "share right, beyond the average's",
                  .low = 0.1},
                 scores[3].right - scores[0].right);
    report.claim({.id = "words-alone-help",
                  .statement = "Weights that know the words but not their places "
                               "help too, much less.",
                  .quantity = "bits a word saved against the average",
                  .low = 0.05,
                  .high = 0.5},
                 scores[0].bits - scores[1].bits);
    report.claim(
        {.id = "distance-does-most",
         .statement = "Most of what attention saves comes from knowing how "
                      "far a word stands.",
         .quantity = "share of the saved bits by distance alone",
         .low = 0.85,
         .high = 1.1},
        (scores[0].bits - scores[2].bits) / (scores[0].bits - scores[3].bits));
}
// [snip:claim-masked]

// [snip:line-with-gap]
std::string line_with_gap(const VerseText& text, const Gap& gap) {
    std::string line;
    for (std::size_t i = 0; i < gap.words.size(); ++i)
        line += (i > 0 ? " " : "") +
                (i == gap.place ? "____" : word_text(text, gap.words[i]));
    return line;
}

/// \brief Three gaps of lines that fit on a line: the first, the middle, the last.
std::vector<Gap> examples_of(const MaskedWordStudy& study) {
    std::vector<Gap> fit;
    for (const Gap& gap : study.asked)
        if (gap.words.size() >= 6 && line_with_gap(study.text, gap).size() <= 66)
            fit.push_back(gap);
    if (fit.size() < 3) return fit;
    return {fit.front(), fit[fit.size() / 2], fit.back()};
}
// [snip:line-with-gap]

// [snip:print-masked-example]
std::string guesses_of(const VerseText& text, const GapAnswer& answer) {
    std::string all;
    for (const Token guess : answer.guesses)
        all += (all.empty() ? "" : ", ") + text.vocabulary.word(guess);
    return all;
}

/// \brief The three words most looked at, with their weights.
std::string most_looked_at(const VerseText& text, const Gap& gap,
                           const arma::fmat& weights) {
    const arma::fvec mean = arma::mean(weights, 1);  // words
    const arma::uvec order = arma::stable_sort_index(mean, "descend");
    std::string all;
    for (arma::uword i = 0; i < std::min<arma::uword>(3, order.n_elem); ++i) {
        char weight[16];
        std::snprintf(weight, sizeof weight, " %.2f", double(mean[order[i]]));
        all += (i > 0 ? ", " : "") + word_text(text, gap.words[order[i]]) + weight;
    }
    return all;
}

void print_example(const MaskedWordStudy& study, const Gap& gap, Report& report) {
    const VerseText& text = study.text;
    const GapAnswer average = answer_gap(study.model(ContextKind::average), gap, 3);
    const GapAnswer both = answer_gap(study.model(ContextKind::both), gap, 3);
    report.print("\n%s\n", line_with_gap(text, gap).c_str());
    report.print("  hidden:     %s\n", text.vocabulary.word(gap.hidden()).c_str());
    report.print("  average:    %s\n", guesses_of(text, average).c_str());
    report.print("  attention:  %s\n", guesses_of(text, both).c_str());
    report.print("  looked at:  %s\n",
                 most_looked_at(text, gap, both.weights).c_str());
}
// [snip:print-masked-example]

}  // namespace

// [snip:show-masked-word]
void show_masked_word(const Options& options, const MaskedWordStudy& study,
                      Report& report) {
    report.section("masked-word", "A hidden word, guessed from its verse");
    print_task(study, report);
    const std::vector<GapScore> scores = print_rungs(options, study, report);
    claim_attention(scores, report);
    show_looked_at(study, report);
    for (const Gap& gap : examples_of(study)) print_example(study, gap, report);
}
// [snip:show-masked-word]

}  // namespace nn
