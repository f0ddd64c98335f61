#include <cmath>
#include <string>
#include <vector>

#include "held_out_loss.hpp"
#include "nn/learning_rate.hpp"
#include "nn/parallel.hpp"
#include "sections.hpp"

namespace nn {

namespace {

// [snip:small-text]
constexpr std::size_t small_vocabulary = 300, small_dimension = 20;

/// \brief The beginning of the text with its most common words alone.
HeldOutText small_text(const Study& study) {
    std::vector<Token> text =
        first_lines(*study.corpus.tokens, study.options.quick ? 15'000 : 60'000);
    std::erase_if(text, [](Token token) {
        return token != line_end && token >= small_vocabulary;
    });
    return hold_out(text, study.corpus.vocabulary, 1.0);
}
// [snip:small-text]

// [snip:exact-curve]
/// \brief The held-out loss at the start and after each quarter of an epoch.
struct ExactCurve {
    ExactSkipGram model;
    std::vector<double> losses;
};

ExactCurve exact_curve(const HeldOutText& text, const arma::vec& log_prior,
                       std::size_t epochs, std::uint32_t seed) {
    Rng rng(seed);
    ExactCurve curve{exact_start(small_dimension, log_prior, rng), {}};
    const std::size_t quarter = (text.train.size() + 3) / 4;
    const std::size_t steps = epochs * text.train.size();
    for (std::size_t step = 0; step < steps; ++step) {
        const std::size_t place = step % text.train.size();
        if (place % quarter == 0)
            curve.losses.push_back(
                exact_loss(curve.model, text.held_out, small_window));
        const double rate = linear_decay(0.05, static_cast<double>(step),
                                         static_cast<double>(steps));
        exact_step(curve.model, text.train, place, small_window, rate);
    }
    curve.losses.push_back(exact_loss(curve.model, text.held_out, small_window));
    return curve;
}
// [snip:exact-curve]

// [snip:both-curves]
/// \brief A plain softmax, and one whose scores begin at the words' own
/// probabilities.
std::vector<ExactCurve> both_curves(const HeldOutText& text, const Study& study) {
    const arma::vec counts(text.vocabulary.counts());
    const arma::vec unigram = arma::log(counts / text.vocabulary.total());
    const std::vector<arma::vec> priors{arma::vec(unigram.n_elem), unigram};
    std::vector<ExactCurve> curves(2);
    for_each_shard(2, study.options.threads, [&](std::size_t which) {
        curves[which] = exact_curve(
            text, priors[which], study.options.quick ? 1 : 2, study.options.seed);
    });
    return curves;
}
// [snip:both-curves]

// [snip:print-curves]
void print_curves(const HeldOutText& text, const std::vector<ExactCurve>& curves,
                  double unigram, Report& report) {
    const double all_alike = std::log(static_cast<double>(text.vocabulary.size()));
    report.print(
        "words to learn from      %8s\n",
        report.value("small-words", "%.0f", text.vocabulary.total()).c_str());
    report.print("all words alike          %8s nats a neighbour\n",
                 report.value("small-uniform", "%.4f", all_alike).c_str());
    report.print("by the words' frequency  %8s\n\n",
                 report.value("small-unigram", "%.4f", unigram).c_str());
    Csv table({"epoch", "plain", "prior", "unigram"});
    report.print("%8s %14s %18s\n", "epoch", "from nothing", "from frequencies");
    for (std::size_t i = 0; i < curves[0].losses.size(); ++i) {
        const double epoch = 0.25 * static_cast<double>(i);
        report.print("%8.2f %14.4f %18.4f\n", epoch, curves[0].losses[i],
                     curves[1].losses[i]);
        table.row({epoch, curves[0].losses[i], curves[1].losses[i], unigram});
    }
    report.data("softmax.csv", table);
    report.value("small-loss", "%.4f", curves[1].losses.back());
}
// [snip:print-curves]

}  // namespace

// [snip:show-softmax]
void show_softmax(const Study& study, Report& report) {
    const HeldOutText text = small_text(study);
    report.section("softmax", "The full softmax over the " +
                                  std::to_string(text.vocabulary.size()) +
                                  " most common words");
    const double unigram =
        unigram_loss(text.vocabulary.counts(),
                     pairs_of(text.held_out, small_window, 10'000'000));
    const std::vector<ExactCurve> curves = both_curves(text, study);
    print_curves(text, curves, unigram, report);
    report.claim(
        {.id = "softmax-learns",
         .statement = "The vectors learn to foretell the neighbours of words "
                      "they have not read.",
         .quantity = "held-out loss less that of the words' frequencies",
         .low = -10.0,
         .high = -0.1},
        curves[1].losses.back() - unigram);
    show_gradients(study, text, curves[1].model, report);
}
// [snip:show-softmax]

}  // namespace nn
