/// A pair of words: losses by hand, gradients that agree, and what is refused.
#include <cmath>
#include <limits>

#include "nn/discrete_distribution.hpp"
#include "pair_gradient.hpp"
#include "pair_loss.hpp"
#include "pmi.hpp"
#include "random_pairs.hpp"
#include "support/catch.hpp"

using List = std::vector<double>;

namespace {

bool near(double a, double b, double tolerance = 1e-14) {
    return std::abs(a - b) <= tolerance;
}

}  // namespace

TEST_CASE("scores and losses by hand", "[pair]") {
    CHECK(nn::pair_score<double>(List{1.0, 2.0}, List{3.0, -1.0}) == 1.0);
    CHECK(nn::pair_scores<double>(List{1.0, 2.0}, List{3.0, -1.0, 0.5, 0.5}) ==
          List{1.0, 1.5});
    // two words with equal scores: a coin
    const double log2 = std::log(2.0);
    CHECK(near(nn::skip_gram_loss<double>(List{1.0}, List{3.0, 3.0}, 1), log2));
    CHECK(near(nn::negative_sampling_loss<double>(List{0.0}, List{5.0, 7.0, 9.0}),
               3.0 * log2));
    CHECK(near(nn::negative_sampling_loss<double>(List{1.0}, List{std::log(3.0)}),
               std::log(4.0 / 3.0)));
    List mean(2);
    nn::cbow_mean<double>(List{1.0, 2.0, 3.0, 6.0}, mean);
    CHECK(mean == List{2.0, 4.0});
    CHECK(nn::cbow_loss<double>(List{1.0, 2.0, 3.0, 6.0}, List{0.5, 1.0}, 2) ==
          nn::negative_sampling_loss<double>(List{2.0, 4.0}, List{0.5, 1.0}));
}

TEST_CASE("no score is too large for the losses", "[pair]") {
    CHECK(nn::negative_sampling_loss<double>(List{1000.0}, List{1.0, -1.0}) == 0.0);
    CHECK(nn::negative_sampling_loss<double>(List{1000.0}, List{-1.0, 1.0}) ==
          2000.0);
    CHECK(nn::skip_gram_loss<double>(List{1000.0}, List{-1.0, 1.0}, 0) == 2000.0);
}

TEST_CASE("pairs that do not fit are refused", "[pair]") {
    CHECK_THROWS_WITH(
        nn::pair_score<double>(List{1.0}, List{1.0, 2.0}),
        "pair_score: 1 and 2 numbers; both vectors must have as many");
    const char* whole =
        "pair_scores: 3 numbers for vectors of 2; give whole vectors, at least 1";
    CHECK_THROWS_WITH(nn::pair_scores<double>(List{1.0, 2.0}, List{1.0, 2.0, 3.0}),
                      whole);
    CHECK_THROWS_WITH(nn::pair_scores<double>(List{1.0}, List{}),
                      oracle::mentions("0 numbers for vectors of 1"));
    CHECK_THROWS_WITH(nn::pair_scores<double>(List{}, List{1.0}),
                      oracle::mentions("1 numbers for vectors of 0"));
    CHECK_THROWS_WITH(nn::skip_gram_loss<double>(List{1.0}, List{1.0}, 1),
                      oracle::mentions("class 1 of 1"));
    List mean(2), none;
    CHECK_THROWS_WITH(
        nn::cbow_mean<double>(List{1.0}, mean),
        "cbow_mean: 1 numbers for vectors of 2; give whole vectors, at "
        "least 1");
    CHECK_THROWS_WITH(nn::cbow_mean<double>(none, mean),
                      oracle::mentions("0 numbers"));
    CHECK_THROWS_WITH(nn::cbow_mean<double>(List{1.0}, none),
                      oracle::mentions("vectors of 0"));
}

TEST_CASE("gradients that do not fit are refused", "[pair]") {
    const arma::vec w(2);
    CHECK_THROWS_WITH(
        nn::skip_gram_gradient(w, arma::mat(2, 3), 3),
        "skip_gram_gradient: w has 2 numbers, C is 2 × 3 and the "
        "neighbour is column 3; C needs a row for each number of w, and "
        "that column");
    CHECK_THROWS_WITH(nn::skip_gram_gradient(w, arma::mat(3, 3), 0),
                      oracle::mentions("C is 3 × 3"));
    CHECK_THROWS_WITH(nn::negative_sampling_gradient(w, arma::mat(2, 0)),
                      oracle::mentions("negative_sampling_gradient: w has 2"));
}

TEST_CASE("the slopes of the scores, with noise as the prior", "[pair]") {
    nn::Rng rng(441);
    const nn::NoisyPair pair = random_pair(8, rng);
    const arma::vec exact = nn::softmax_slopes(pair);
    CHECK(near(arma::accu(exact), 0.0));  // probabilities less one
    CHECK(exact[pair.right] < 0.0);
    // with all words alike it is the plain softmax
    const nn::NoisyPair plain{pair.scores, arma::vec(8).fill(0.125), 3};
    const arma::vec w{1.0};
    const arma::mat C = pair.scores.t();
    CHECK(arma::norm(C * nn::softmax_slopes(plain) -
                     nn::skip_gram_gradient(w, C, 3).w) < 1e-14);
}

TEST_CASE("the expected slopes are the mean of drawn ones", "[pair]") {
    nn::Rng rng(442);
    const nn::NoisyPair pair = random_pair(5, rng);
    const nn::AliasTable noise({pair.noise.memptr(), 5});
    const arma::uword k = 3, times = 200'000;
    arma::vec sum(5);
    for (arma::uword i = 0; i < times * k; ++i) {
        const std::size_t c = noise.draw(rng.uniform());
        sum[c] += nn::sigmoid(pair.scores[c]);
    }
    sum /= static_cast<double>(times);
    sum[pair.right] -= nn::sigmoid(-pair.scores[pair.right]);
    CHECK(arma::abs(sum - nn::expected_slopes(pair, k)).max() < 0.01);
}

TEST_CASE("many negatives, log k and log Z off: the softmax's slopes", "[pair]") {
    nn::Rng rng(443);
    nn::NoisyPair pair = random_pair(6, rng);
    const arma::vec exact = nn::softmax_slopes(pair);
    const double Z = arma::accu(pair.noise % arma::exp(pair.scores));
    double before = 10.0;
    for (const arma::uword k : {1u, 10u, 100u, 1000u, 10000u}) {
        const nn::NoisyPair shifted{
            pair.scores - std::log(Z) - std::log(static_cast<double>(k)),
            pair.noise, pair.right};
        const double off = arma::norm(nn::expected_slopes(shifted, k) - exact);
        CHECK(off < before / 5.0);  // the error falls as 1 / k
        before = off;
    }
    CHECK(before < 1e-3);
}

TEST_CASE("pairs without noise are refused", "[pair]") {
    const arma::vec two(2, arma::fill::ones);
    const char* message =
        "softmax_slopes: 2 scores, 1 noises and neighbour 0; give each score a "
        "noise "
        "above 0, and one of them as neighbour";
    CHECK_THROWS_WITH(nn::softmax_slopes({two, {1.0}, 0}), message);
    CHECK_THROWS_WITH(nn::softmax_slopes({two, {1.0, 0.0}, 0}),
                      oracle::mentions("2 noises"));
    CHECK_THROWS_WITH(nn::expected_slopes({two, two, 2}, 1),
                      oracle::mentions("expected_slopes: 2 scores, 2 noises and "
                                       "neighbour 2"));
    CHECK_THROWS_WITH(nn::expected_slopes({two, two, 0}, 0),
                      "expected_slopes: 0 draws; give at least 1");
    CHECK_THROWS_WITH(nn::softmax_slopes({{}, {}, 0}),
                      oracle::mentions("0 scores"));
}

TEST_CASE("mutual information by hand", "[pmi-rules]") {
    CHECK(nn::pmi(10.0, 100.0, 100.0, 1000.0) == 0.0);  // as chance would have it
    CHECK(near(nn::pmi(20.0, 100.0, 100.0, 1000.0), std::log(2.0)));
    CHECK(nn::pmi(0.0, 1.0, 1.0, 2.0) == -std::numeric_limits<double>::infinity());
    // a million million pairs: the products would not fit into 53 bits
    CHECK(near(nn::pmi(1e9, 1e10, 1e11, 1e12), 0.0));
}

TEST_CASE("neighbours' probabilities by hand", "[pmi-rules]") {
    List posterior(2);
    nn::neighbour_probabilities(List{std::log(3.0), 0.0}, List{1.0, 1.0},
                                posterior);
    CHECK(near(posterior[0], 0.75));
    nn::neighbour_probabilities(List{0.0, 0.0}, List{30.0, 10.0}, posterior);
    CHECK(near(posterior[0], 0.75));  // without scores, the prior
    const char* message =
        "neighbour_probabilities: 2 scores, 1 priors and room for 2 probabilities; "
        "give each word all three, and priors above 0";
    CHECK_THROWS_WITH(
        nn::neighbour_probabilities(List{0.0, 0.0}, List{1.0}, posterior), message);
    CHECK_THROWS_WITH(
        nn::neighbour_probabilities(List{0.0, 0.0}, List{1.0, 0.0}, posterior),
        oracle::mentions("priors above 0"));
    List none;
    CHECK_THROWS(nn::neighbour_probabilities(none, none, none));
}
