/// The exact model: where it begins, that it goes down its own loss, and what is
/// refused.
#include <cmath>
#include <vector>

#include "nn/softmax.hpp"
#include "softmax_skip_gram.hpp"
#include "support/catch.hpp"

using nn::line_end;
using nn::Token;

TEST_CASE("the exact model begins at its prior", "[exact]") {
    nn::Rng rng(451);
    const arma::vec prior = arma::log(arma::vec{0.5, 0.25, 0.25});
    const auto model = nn::exact_start(4, prior, rng);
    CHECK(arma::abs(model.W).max() <= 0.125);
    CHECK(arma::accu(arma::abs(model.C)) == 0.0);
    // 0 beside 1, 1 beside 0: a quarter and a half
    const std::vector<Token> text{0, 1};
    CHECK(std::abs(nn::exact_loss(model, text, 5) - 1.5 * std::log(2.0)) < 1e-15);
}

TEST_CASE("exact steps go down the exact loss", "[exact]") {
    nn::Rng rng(452);
    auto model = nn::exact_start(3, arma::vec(5), rng);
    for (double& c : model.C) c = rng.normal();
    const std::vector<Token> text{0, 1, 2, 3, 4, line_end, 2, 0};
    // a small step at place 2: the loss of its four pairs falls by rate · |slope|²
    const auto loss_of_place = [&](const nn::ExactSkipGram& at) {
        double sum = 0.0;
        for (const Token c : {0u, 1u, 3u, 4u}) {
            const arma::vec z = at.C.t() * at.W.col(2);
            sum += nn::cross_entropy<double>({z.memptr(), z.n_elem}, c);
        }
        return sum;
    };
    auto moved = model;
    const double rate = 1e-6;
    nn::exact_step(moved, text, 2, 2, rate);
    const double squares = (arma::accu(arma::square(moved.W - model.W)) +
                            arma::accu(arma::square(moved.C - model.C))) /
                           (rate * rate);
    const double fall = loss_of_place(model) - loss_of_place(moved);
    CHECK(std::abs(fall / (rate * squares) - 1.0) < 1e-4);
    for (const Token other : {0u, 1u, 3u, 4u})
        CHECK(arma::norm(moved.W.col(other) - model.W.col(other)) == 0.0);
}

TEST_CASE("an exact model learns who stands beside whom", "[exact]") {
    nn::Rng rng(453);
    auto model = nn::exact_start(4, arma::vec(4), rng);
    const std::vector<Token> text{0, 1, line_end, 2, 3, line_end};
    for (int i = 0; i < 300; ++i)
        for (std::size_t place = 0; place < text.size(); ++place)
            nn::exact_step(model, text, place, 2, 0.3);
    CHECK(nn::exact_loss(model, text, 2) <
          0.05);  // four words: log 4 = 1.39 at first
}

TEST_CASE("what an exact model cannot do is refused", "[exact]") {
    nn::Rng rng(454);
    CHECK_THROWS_WITH(
        nn::exact_start(0, arma::vec(3), rng),
        "exact_start: 0 dimensions and 3 words; give at least 1 and at "
        "least 2");
    CHECK_THROWS_WITH(nn::exact_start(3, arma::vec(1), rng),
                      oracle::mentions("1 words"));
    auto model = nn::exact_start(2, arma::vec(3), rng);
    const std::vector<Token> text{0, 3}, short_text{0, line_end, 1};
    CHECK_THROWS_WITH(nn::exact_step(model, text, 2, 1, 0.1),
                      "exact_step: place 2 of 2; places count from 0");
    CHECK_THROWS_WITH(nn::exact_step(model, text, 0, 1, 0.1),
                      "exact_step: word 3 of 3; words count from 0");
    CHECK_THROWS_WITH(nn::exact_step(model, text, 1, 1, 0.1),
                      oracle::mentions("word 3 of 3"));
    CHECK_THROWS_WITH(nn::exact_loss(model, text, 1),
                      "exact_loss: word 3 of 3; words count from 0");
    CHECK_THROWS_WITH(nn::exact_loss(model, short_text, 5),
                      "exact_loss: no two words in a line; give a longer text");
    const auto before = model.W;
    nn::exact_step(model, short_text, 1, 5, 0.1);  // the end of a line, and
    nn::exact_step(model, short_text, 2, 5, 0.1);  // a word alone: nothing to learn
    CHECK(arma::norm(model.W - before) == 0.0);
}
