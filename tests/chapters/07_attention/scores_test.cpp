/// Scores as tables: they are the scores of the pairs, and refuse what does not
/// fit.
#include <string>

#include "attention_loss.hpp"
#include "random_matrix.hpp"
#include "support/catch.hpp"

using nn::AttentionTask;
using nn::ScoreKind;

namespace {

constexpr ScoreKind kinds[] = {ScoreKind::dot, ScoreKind::scaled_dot,
                               ScoreKind::general, ScoreKind::additive};

}  // namespace

TEMPLATE_TEST_CASE("a table holds the scores of its pairs", "[scores]", float,
                   double) {
    using T = TestType;
    using Matrix = arma::Mat<T>;
    nn::Rng rng(78);
    for (const ScoreKind kind : kinds) {
        INFO(nn::score_name(kind));
        const AttentionTask task(kind, {});
        const auto score = nn::make_score<T>(kind, 3, 3, 3);
        std::vector<T> weights(score->layout().size());
        nn::fill_uniform<T>(weights, 1.0, rng);
        const Matrix K = arma::conv_to<Matrix>::from(nn::random_matrix(3, 7, rng)),
                     Q = arma::conv_to<Matrix>::from(nn::random_matrix(3, 5, rng));
        const Matrix S = score->scores(weights, K, Q);
        REQUIRE((S.n_rows == 7 && S.n_cols == 5));
        for (arma::uword q = 0; q < 5; ++q)
            for (arma::uword k = 0; k < 7; ++k) {
                const T pair = nn::pair_score<T>(task, weights, {K.colptr(k), 3},
                                                 {Q.colptr(q), 3});
                CHECK(std::abs(S(k, q) - pair) <=
                      32 * std::numeric_limits<T>::epsilon());
            }
    }
}

TEST_CASE("back through scores, softmax and mixture", "[scores]") {
    nn::Rng rng(79);
    for (const ScoreKind kind : kinds) {
        INFO(nn::score_name(kind));
        const AttentionTask task(kind, {.causal = true});
        const auto parameters = nn::random_parameters(task, rng);
        const auto check = nn::check_gradient(
            [&](std::span<const nn::Real50> at) {
                return nn::attention_loss<nn::Real50>(task, at);
            },
            parameters, nn::attention_loss_gradient(task, parameters));
        CHECK(check.worst <= 1e-9);
    }
}

TEST_CASE("a score that cannot be made is refused", "[scores]") {
    CHECK_THROWS_WITH(
        nn::make_score<double>(ScoreKind::scaled_dot, 3, 4, 0),
        "make_score: keys of 3 numbers and queries of 4; a dot product "
        "needs as many of both");
    CHECK_THROWS_WITH(
        nn::make_score<double>(ScoreKind::additive, 3, 4, 0),
        "make_score: keys of 3 numbers, queries of 4 and 0 units; give "
        "at least 1 of each that the score has");
    CHECK_THROWS_AS(nn::make_score<float>(ScoreKind::dot, 0, 0, 0),
                    std::invalid_argument);
    CHECK_THROWS_AS(nn::make_score<float>(ScoreKind::general, 2, 0, 0),
                    std::invalid_argument);
    CHECK(nn::make_score<float>(ScoreKind::general, 3, 4, 0)->layout().size() ==
          12);
}

TEST_CASE("tables of other shapes are refused with both", "[scores]") {
    for (const ScoreKind kind : kinds) {
        INFO(nn::score_name(kind));
        const auto score = nn::make_score<double>(kind, 3, 3, 2);
        std::vector<double> weights(score->layout().size()), slopes(weights);
        const arma::mat K(3, 5), Q(3, 4), low(2, 4);
        CHECK_THROWS_WITH(score->scores(weights, K, low),
                          "attention: Q is 2 × 4 and K is 3 × 5; they need 3 and 3 "
                          "rows");
        CHECK_THROWS_AS(score->scores(weights, low, Q), std::invalid_argument);
        CHECK_THROWS_WITH(
            score->back(weights, K, Q, arma::mat(4, 5), slopes),
            "attention: dS is 4 × 5 for 5 keys and 4 queries; it needs "
            "a row for each key and a column for each query");
        CHECK_THROWS_AS(score->back(weights, K, low, arma::mat(5, 4), slopes),
                        std::invalid_argument);
    }
}

TEST_CASE("a pair of other lengths is refused", "[scores]") {
    const std::vector<double> none, two(2), three(3);
    CHECK_THROWS_WITH(nn::dot_score<double>(two, three),
                      "dot_score: a key of 2 numbers and a query of 3; the lengths "
                      "must agree");
    CHECK_THROWS_WITH(nn::scaled_dot_score<double>(none, none),
                      "scaled_dot_score: a key of 0 numbers; give at least 1");
    CHECK_THROWS_WITH(
        nn::general_score<double>(three, two, two),
        "general_score: 3 weights for a key of 2 numbers and a query of "
        "2; give one for each pair of them");
    CHECK_THROWS_WITH(
        nn::additive_score<double>({two, three, two}, two, two),
        "additive_score: 2 and 3 weights for 2 units, a key of 2 numbers "
        "and a query of 2; each unit needs one for each number");
}
