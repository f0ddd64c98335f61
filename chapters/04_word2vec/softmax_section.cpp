#include <cmath>
#include <string>
#include <vector>

#include "held_out_loss.hpp"
#include "nn/discrete_distribution.hpp"
#include "nn/learning_rate.hpp"
#include "nn/parallel.hpp"
#include "nn/sigmoid.hpp"
#include "nn/softmax.hpp"
#include "nn/word_vectors.hpp"
#include "pair_gradient.hpp"
#include "sections.hpp"
#include "softmax_skip_gram.hpp"
#include "text_part.hpp"

namespace nn {

namespace {

// [snip:small-text]
constexpr std::size_t small_vocabulary = 300, small_dimension = 20;
constexpr std::size_t small_window = 2;

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

// [snip:three-slopes]
/// \brief Cosines with the exact gradient in the centre vector.
struct GradientCosines {
    double as_it_is = 0.0;  ///< negative sampling's mean over all draws
    double shifted = 0.0;   ///< the same, log k and log Z taken off the scores
    double drawn = 0.0;     ///< shifted, from k draws
    double drawn_as_it_is = 0.0;
};

double cosine_of(const arma::vec& u, const arma::vec& v) {
    return cosine(std::span<const double>(u.memptr(), u.n_elem),
                  std::span<const double>(v.memptr(), v.n_elem));
}
// [snip:three-slopes]

// [snip:drawn-slopes]
/// \brief The slopes of negative sampling in all scores, from k draws.
arma::vec drawn_slopes(const NoisyPair& pair, const AliasTable& noise,
                       arma::uword k, Rng& rng) {
    arma::vec slopes(pair.scores.n_elem);  // V
    slopes[pair.right] = -sigmoid(-pair.scores[pair.right]);
    for (arma::uword i = 0; i < k; ++i) {
        const std::size_t c = noise.draw(rng.uniform());
        slopes[c] += sigmoid(pair.scores[c]);
    }
    return slopes;
}
// [snip:drawn-slopes]

// [snip:cosines-at]
/// \brief The mean cosines over some pairs of the text, with k negative samples.
GradientCosines cosines_at(const ExactSkipGram& model,
                           const std::vector<TokenPair>& pairs, arma::uword k,
                           std::uint32_t seed) {
    const arma::vec noise = arma::exp(model.log_prior);  // V
    const AliasTable table({noise.memptr(), noise.n_elem});
    Rng rng(seed);
    GradientCosines sum;
    for (const TokenPair& pair : pairs) {
        NoisyPair here{model.C.t() * model.W.col(pair.first), noise, pair.second};
        const arma::vec exact = model.C * softmax_slopes(here);  // d
        sum.as_it_is += cosine_of(model.C * expected_slopes(here, k), exact);
        sum.drawn_as_it_is +=
            cosine_of(model.C * drawn_slopes(here, table, k, rng), exact);
        const arma::vec z = here.scores + model.log_prior;
        const double log_Z = log_sum_exp<double>({z.memptr(), z.n_elem});
        here.scores -= log_Z + std::log(static_cast<double>(k));
        sum.shifted += cosine_of(model.C * expected_slopes(here, k), exact);
        sum.drawn += cosine_of(model.C * drawn_slopes(here, table, k, rng), exact);
    }
    const auto n = static_cast<double>(pairs.size());
    return {sum.as_it_is / n, sum.shifted / n, sum.drawn / n,
            sum.drawn_as_it_is / n};
}
// [snip:cosines-at]

// [snip:show-gradients]
void show_gradients(const Study& study, const HeldOutText& text,
                    const ExactSkipGram& model, Report& report) {
    report.section("gradient",
                   "Negative sampling's gradient against the exact one");
    const std::vector<TokenPair> pairs =
        pairs_of(text.held_out, small_window, study.options.quick ? 100 : 400);
    Csv table({"k", "as_it_is", "drawn", "shifted", "drawn_shifted"});
    GradientCosines five, thousand;
    report.print("cosine with the softmax's gradient, mean over %zu pairs\n\n",
                 pairs.size());
    report.print("%6s %10s %10s %22s %10s\n", "k", "as it is", "drawn",
                 "less log k and log Z", "drawn");
    for (const arma::uword k :
         {1u, 2u, 5u, 10u, 20u, 50u, 100u, 200u, 500u, 1000u}) {
        const GradientCosines here =
            cosines_at(model, pairs, k, study.options.seed);
        if (k == 5) five = here;
        if (k == 1000) thousand = here;
        report.print("%6u %10.4f %10.4f %22.4f %10.4f\n", static_cast<unsigned>(k),
                     here.as_it_is, here.drawn_as_it_is, here.shifted, here.drawn);
        table.row({static_cast<double>(k), here.as_it_is, here.drawn_as_it_is,
                   here.shifted, here.drawn});
    }
    report.data("gradient.csv", table);
    report.value("five-drawn", "%.2f", five.drawn_as_it_is);
    report.claim({.id = "more-negatives",
                  .statement = "The more negative samples, the nearer the gradient "
                               "comes to the softmax's.",
                  .quantity = "mean cosine at k = 1000 less that at k = 5",
                  .low = 0.0,
                  .high = 1.0},
                 thousand.as_it_is - five.as_it_is);
    report.claim({.id = "noise-contrastive",
                  .statement = "Many negative samples give the softmax's gradient.",
                  .quantity = "mean cosine of the two at k = 1000",
                  .low = 0.99,
                  .high = 1.0,
                  .condition = "log k and log Z are taken off the scores"},
                 thousand.shifted);
    report.claim(
        {.id = "five-suffice",
         .statement = "Five drawn words show which way is less wrong.",
         .quantity = "mean cosine of the drawn gradient with the exact one",
         .low = 0.5,
         .high = 1.0},
        five.drawn_as_it_is);
}
// [snip:show-gradients]

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
