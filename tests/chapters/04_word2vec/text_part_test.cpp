/// Parts of a text, the pairs in it, and how well they are foretold.
#include "text_part.hpp"

#include <cmath>
#include <limits>

#include "held_out_loss.hpp"
#include "letters.hpp"
#include "pair_counts.hpp"
#include "pmi.hpp"
#include "support/oracle.hpp"

using nn::line_end;
using nn::Token;
using oracle::Real;
using oracle::Worst;

namespace {

/// Lines of two words each: line i has the words i and i + 1, of ten.
std::vector<Token> numbered_lines(Token lines) {
    std::vector<Token> text;
    for (Token i = 0; i < lines; ++i)
        text.insert(text.end(), {i % 10, (i + 1) % 10, line_end});
    return text;
}

nn::WordEmbedding random_embedding(arma::uword d, arma::uword V, nn::Rng& rng) {
    nn::WordEmbedding model{arma::fmat(d, V), arma::fmat(d, V)};
    for (float& x : model.centre) x = static_cast<float>(rng.normal());
    for (float& x : model.neighbour) x = static_cast<float>(rng.normal());
    return model;
}

}  // namespace

TEST_CASE("as many whole lines as fit", "[text-part]") {
    nn::TokenArray text({1, 2, line_end, 3, line_end, 4, 5, 6});
    using List = std::vector<Token>;
    CHECK(nn::first_lines(text, 100) ==
          List{1, 2, line_end, 3, line_end, 4, 5, 6, line_end});
    CHECK(nn::first_lines(text, 5) == List{1, 2, line_end, 3, line_end});
    CHECK(nn::first_lines(text, 3) == List{1, 2, line_end, 3, line_end});
    CHECK(nn::first_lines(text, 2) == List{1, 2, line_end});
    CHECK(nn::first_lines(text, 1) ==
          List{1, 2, line_end});  // the first in any case
    nn::TokenArray empty({});
    CHECK(nn::first_lines(empty, 5).empty());
}

TEST_CASE("every tenth line is held out", "[text-part]") {
    const nn::HeldOutText parts =
        nn::hold_out(numbered_lines(30), letters(10), 1.0);
    CHECK(parts.train.size() == 27 * 3);
    CHECK(parts.held_out.size() == 3 * 3);
    CHECK(parts.vocabulary.size() == 10);
    // the held-out lines are those of 9 and 0; these two lack three places each
    for (std::size_t i = 0; i < 9; i += 3) {
        CHECK(parts.vocabulary.word(parts.held_out[i]) == "j");
        CHECK(parts.vocabulary.word(parts.held_out[i + 1]) == "a");
    }
    CHECK(parts.vocabulary.count(0) == 6.0);
    CHECK(parts.vocabulary.count(9) == 3.0);
    CHECK(parts.vocabulary.total() == 54.0);
}

TEST_CASE("rare words leave both parts", "[text-part]") {
    std::vector<Token> text = numbered_lines(30);
    text.insert(text.begin(), {11, 12});  // once each
    const nn::HeldOutText parts = nn::hold_out(text, letters(13), 4.0);
    CHECK(parts.vocabulary.size() == 8);
    for (const std::string gone : {"a", "j", "k", "l", "m"})
        CHECK_FALSE(parts.vocabulary.find(gone));
    CHECK(std::count(parts.held_out.begin(), parts.held_out.end(), line_end) == 3);
    CHECK(parts.held_out.size() == 3);  // they held these words alone
    CHECK_THROWS_WITH(nn::hold_out(text, letters(13), 7.0),
                      oracle::mentions("the minimum count is 7"));
}

TEST_CASE("thinning keeps the ends of lines", "[text-part]") {
    nn::Rng rng(461);
    const std::vector<Token> text = numbered_lines(200);
    const auto all = nn::thinned_out(text, letters(10), 0.0, rng);
    CHECK(all == text);
    const auto few = nn::thinned_out(text, letters(10), 1e-9, rng);
    CHECK(std::count(few.begin(), few.end(), line_end) == 200);
    CHECK(few.size() < 210);
}

TEST_CASE("pairs within a window and a line", "[text-part]") {
    const std::vector<Token> text{1, 2, 3, line_end, 4, line_end, 2, 2};
    const auto pairs = nn::pairs_of(text, 1, 100);
    const std::vector<std::pair<Token, Token>> expected{{1, 2}, {2, 1}, {2, 3},
                                                        {2, 2}, {2, 2}, {3, 2}};
    REQUIRE(pairs.size() == expected.size());
    for (std::size_t i = 0; i < pairs.size(); ++i)
        CHECK(std::pair(pairs[i].first, pairs[i].second) == expected[i]);
    CHECK(nn::pairs_of(text, 2, 100).size() == 8);
    CHECK(nn::pairs_of(text, 2, 3).size() == 3);
    CHECK(nn::pairs_of(std::vector<Token>{}, 2, 3).empty());
}

TEST_CASE("the mean price of neighbours under the vectors", "[held-out-loss]") {
    nn::Rng rng(462);
    Worst worst;
    for (const arma::uword V : {2u, 16u, 37u, 300u}) {
        const nn::WordEmbedding model = random_embedding(6, V, rng);
        std::vector<double> prior(V);
        for (double& p : prior) p = std::exp(rng.uniform(-5.0, 5.0));
        std::vector<Token> text;
        for (int i = 0; i < 400; ++i)
            text.push_back(static_cast<Token>(rng.interval(V - 1)));
        const auto pairs = nn::pairs_of(text, 3, 500);
        Real sum = 0;
        for (const nn::TokenPair& pair : pairs) {
            Real all = 0, right = 0;
            for (Token c = 0; c < V; ++c) {
                Real z = log(Real(prior[c]));
                for (arma::uword i = 0; i < 6; ++i)
                    z += Real(model.centre(i, pair.first)) * model.neighbour(i, c);
                all += exp(z);
                if (c == pair.second) right = z;
            }
            sum += log(all) - right;
        }
        const double one = nn::held_out_loss(model, prior, pairs, 1);
        worst.see(oracle::relative_error(one, Real(sum / pairs.size())));
        CHECK(nn::held_out_loss(model, prior, pairs, 4) == one);
    }
    worst.hold("held-out-loss", "relative", 1e-5);
}

TEST_CASE("the mean price of neighbours under their counts", "[unigram-loss]") {
    nn::Rng rng(463);
    Worst worst;
    for (const std::size_t V : {1u, 2u, 50u}) {
        std::vector<double> weights(V);
        Real total = 0, sum = 0;
        for (double& weight : weights) {
            weight = std::exp(rng.uniform(-5.0, 5.0));
            total += weight;
        }
        std::vector<nn::TokenPair> pairs(200);
        for (nn::TokenPair& pair : pairs) {
            pair.second = static_cast<Token>(rng.interval(V - 1));
            sum -= log(weights[pair.second] / total);
        }
        if (V > 1)
            worst.see(oracle::relative_error(nn::unigram_loss(weights, pairs),
                                             Real(sum / pairs.size())));
        else
            CHECK(nn::unigram_loss(weights, pairs) == 0.0);
    }
    worst.hold("unigram-loss", "relative", 1e-12);
}

TEST_CASE("losses without pairs, words or priors are refused", "[text-part]") {
    nn::Rng rng(464);
    const nn::WordEmbedding model = random_embedding(2, 3, rng);
    const std::vector<double> three(3, 1.0), two(2, 1.0);
    const std::vector<nn::TokenPair> good{{0, 1}}, bad{{0, 3}}, none;
    CHECK_THROWS_WITH(
        nn::held_out_loss(model, two, good, 1),
        "held_out_loss: 1 pairs, vectors of 3 words and 2 priors; give "
        "pairs of these words, and a prior each");
    CHECK_THROWS_WITH(nn::held_out_loss(model, three, bad, 1),
                      oracle::mentions("give pairs of these words"));
    CHECK_THROWS_WITH(nn::held_out_loss(model, three, none, 1),
                      oracle::mentions("0 pairs"));
    CHECK_THROWS_WITH(nn::unigram_loss(three, bad),
                      oracle::mentions("unigram_loss"));
    CHECK_THROWS_WITH(nn::unigram_loss(three, none), oracle::mentions("0 pairs"));
    CHECK_THROWS(nn::held_out_loss(model, three, good, 0));
}

TEST_CASE("neighbours counted by hand", "[pair-counts]") {
    nn::TokenArray text({0, 1, 2, 1, line_end, 0, 0});
    const nn::PairCounts counts(text, 4, 1);
    CHECK(counts.total() == 8.0);
    CHECK(counts.together(0, 1) == 1.0);
    CHECK(counts.together(1, 2) == 2.0);
    CHECK(counts.together(2, 1) == 2.0);
    CHECK(counts.together(0, 0) == 2.0);  // each is a neighbour of the other
    CHECK(counts.together(0, 2) == 0.0);
    CHECK(counts.together(3, 0) == 0.0);
    CHECK(counts.pairs_with(0) == 3.0);
    CHECK(counts.pairs_with(3) == 0.0);
    CHECK(counts.neighbours(1).size() == 2);
    CHECK(counts.neighbours(3).empty());
    CHECK(counts.pmi_of({1, 2}) == nn::pmi(2.0, 3.0, 2.0, 8.0));
    CHECK(counts.pmi_of({0, 2}) == -std::numeric_limits<double>::infinity());
}

TEST_CASE("counts of unknown words are refused", "[pair-counts]") {
    nn::TokenArray text({0, 4});
    CHECK_THROWS_WITH(nn::PairCounts(text, 4, 1),
                      "PairCounts: word 4 of 4; words count from 0");
    CHECK_THROWS(nn::PairCounts(text, 5, 0));
}
