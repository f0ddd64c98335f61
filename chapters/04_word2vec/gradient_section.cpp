#include <cmath>
#include <vector>

#include "nn/discrete_distribution.hpp"
#include "nn/sigmoid.hpp"
#include "nn/softmax.hpp"
#include "nn/word_vectors.hpp"
#include "pair_gradient.hpp"
#include "sections.hpp"

namespace nn {

namespace {

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

// [snip:claim-gradients]
void claim_gradients(const GradientCosines& five, const GradientCosines& thousand,
                     Report& report) {
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
// [snip:claim-gradients]

}  // namespace

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
    report.print("%6s %10s %10s %22s %16s\n", "k", "as it is", "drawn",
                 "less log k and log Z", "drawn, less both");
    for (const arma::uword k :
         {1u, 2u, 5u, 10u, 20u, 50u, 100u, 200u, 500u, 1000u}) {
        const GradientCosines here =
            cosines_at(model, pairs, k, study.options.seed);
        if (k == 5) five = here;
        if (k == 1000) thousand = here;
        report.print("%6u %10.4f %10.4f %22.4f %16.4f\n", static_cast<unsigned>(k),
                     here.as_it_is, here.drawn_as_it_is, here.shifted, here.drawn);
        table.row({static_cast<double>(k), here.as_it_is, here.drawn_as_it_is,
                   here.shifted, here.drawn});
    }
    report.data("gradient.csv", table);
    claim_gradients(five, thousand, report);
}
// [snip:show-gradients]

}  // namespace nn
