/// Attention: what its rule lets through, its ends, and what is refused.
#include "nn/attention.hpp"

#include <cmath>
#include <limits>

#include "support/catch.hpp"
#include "support/random_matrix.hpp"

using nn::AttentionRule;

namespace {

/// The weights of a query over scores of 0: equal, where it may look.
arma::mat over_equal_scores(std::size_t keys, std::size_t queries,
                            const AttentionRule& rule) {
    return nn::attention_weights(arma::mat(keys, queries, arma::fill::zeros), rule);
}

}  // namespace

TEMPLATE_TEST_CASE("weights are not negative and sum to one", "[attention]", float,
                   double) {
    nn::Rng rng(1);
    for (arma::uword keys = 1; keys <= 40; ++keys) {
        const arma::Mat<TestType> scores =
            TestType(5) * random_matrix<TestType>(keys, 3, rng);
        const arma::Mat<TestType> A = nn::attention_weights(scores, {});
        CHECK(A.min() >= 0);
        for (arma::uword q = 0; q < 3; ++q)
            CHECK(std::abs(arma::accu(A.col(q)) - 1) <=
                  TestType(keys) * std::numeric_limits<TestType>::epsilon());
    }
}

TEST_CASE("a causal query sees itself and what came before", "[attention]") {
    const arma::mat A = over_equal_scores(4, 4, {.causal = true});
    for (arma::uword q = 0; q < 4; ++q)
        for (arma::uword k = 0; k < 4; ++k)
            CHECK(A(k, q) == (k <= q ? 1.0 / double(q + 1) : 0.0));
}

TEST_CASE("filling is not looked at", "[attention]") {
    const arma::mat A =
        over_equal_scores(4, 2, {.padding = {false, true, false, true}});
    for (arma::uword q = 0; q < 2; ++q)
        CHECK(arma::approx_equal(A.col(q), arma::vec{0.5, 0.0, 0.5, 0.0}, "absdiff",
                                 0.0));
    const arma::mat both =
        over_equal_scores(3, 3, {.causal = true, .padding = {false, true, false}});
    CHECK((both(0, 0) == 1.0 && both(0, 1) == 1.0 && both(1, 1) == 0.0));
    CHECK((both(0, 2) == 0.5 && both(2, 2) == 0.5));
}

TEST_CASE("distance costs the same on both sides", "[attention]") {
    const AttentionRule rule{.slope = 0.25};
    CHECK((rule.penalty(1, 4) == 0.75 && rule.penalty(4, 1) == 0.75));
    CHECK(rule.penalty(2, 2) == 0.0);
    const arma::mat A = over_equal_scores(5, 1, rule);
    for (arma::uword k = 1; k < 5; ++k)
        CHECK(A(k, 0) / A(0, 0) == Approx(std::exp(-0.25 * double(k))));
}

TEST_CASE("who sees nobody takes nothing and teaches nothing", "[attention]") {
    nn::Rng rng(2);
    const AttentionRule rule{.causal = true, .padding = {true, true, false}};
    const arma::mat A =
        nn::attention_weights(random_matrix<double>(3, 3, rng), rule);
    const arma::mat V = random_matrix<double>(2, 3, rng),
                    dO = random_matrix<double>(2, 3, rng);
    CHECK((A.col(0).is_zero() && A.col(1).is_zero()));
    CHECK(nn::attention_output(V, A).head_cols(2).is_zero());
    const nn::AttentionSlopes<double> d = nn::attention_back(V, A, dO);
    CHECK((d.scores.head_cols(2).is_zero() && d.V.head_cols(2).is_zero()));
    CHECK(arma::approx_equal(d.V.col(2), dO.col(2), "absdiff", 0.0));
}

TEST_CASE("scores of any size", "[attention]") {
    constexpr double largest = std::numeric_limits<double>::max();
    const arma::mat scores{{largest, -1e4}, {-largest, -1e4 - 746.0}};
    CHECK(arma::approx_equal(nn::attention_weights(scores, {}),
                             arma::mat{{1.0, 1.0}, {0.0, 0.0}}, "absdiff", 0.0));
}

TEST_CASE("attention refuses what does not fit", "[attention]") {
    const arma::mat none, table(3, 2), V(4, 3), dO(4, 2);
    CHECK_THROWS_WITH(nn::attention_weights(none, {}),
                      "attention_weights: the table of scores is 0 × 0; give at "
                      "least 1 key and 1 query");
    CHECK_THROWS_WITH(nn::attention_weights(arma::mat(3, 0), {}),
                      oracle::mentions("is 3 × 0; give at least 1 key"));
    CHECK_THROWS_WITH(nn::attention_weights(table, {.padding = {true, false}}),
                      "attention_weights: 2 marks of padding for 3 keys; give one "
                      "a key, or none");
    CHECK_THROWS_WITH(nn::attention_output(dO, table),
                      "attention_output: V is 4 × 2 and A is 3 × 2; V needs a "
                      "column for each row of A, a key");
    CHECK_THROWS_WITH(nn::attention_back(V, table, V),
                      "attention_back: V is 4 × 3, A is 3 × 2 and dO is 4 × 3; dO "
                      "needs the shape of V A");
    CHECK_THROWS_WITH(nn::attention_back(dO, table, dO),
                      oracle::mentions("V is 4 × 2, A is 3 × 2 and dO is 4 × 2"));
    CHECK_THROWS_WITH(nn::attention_back(V, table, arma::mat(5, 2)),
                      oracle::mentions("and dO is 5 × 2"));
}

TEST_CASE("a table that memory would not hold is refused", "[attention]") {
    CHECK_NOTHROW(nn::require_table(32768, 32768, sizeof(float)));  // 4 GiB
    CHECK_THROWS_WITH(
        nn::require_table(32768, 32769, sizeof(float)),
        "attention: 32768 keys for 32769 queries: the table of scores would take 5 "
        "GiB, and at most 4 GiB may be; tiled_attention needs none");
    CHECK_THROWS_WITH(nn::require_table(1000000, 1000000, sizeof(double)),
                      oracle::mentions("would take 7451 GiB"));
    CHECK_THROWS_WITH(nn::require_table(std::size_t(-1), 2, 8),
                      oracle::mentions("GiB"));
}
