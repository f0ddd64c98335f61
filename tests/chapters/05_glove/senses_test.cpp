/// Planes, companies and splits.
#include "senses.hpp"

#include "nn/rng.hpp"
#include "support/catch.hpp"

using Catch::Matchers::StartsWith;
using nn::line_end;
using nn::Token;

TEST_CASE("shares in a plane, by hand", "[senses]") {
    const arma::vec x{1, 0, 0}, y{0, 1, 0};
    CHECK(nn::share_in_plane(arma::vec{3, 4, 0}, x, y) == 1.0);
    CHECK(nn::share_in_plane(arma::vec{0, 0, 2}, x, y) == 0.0);
    CHECK(std::abs(nn::share_in_plane(arma::vec{1, 1, 1}, x, arma::vec{1, 1, 0}) -
                   2.0 / 3) < 1e-15);
}

TEST_CASE("a share in a plane needs a plane", "[senses]") {
    const arma::vec x{1, 0}, y{0, 1}, zero{0, 0}, three{1, 2, 3};
    CHECK_THROWS_WITH(nn::share_in_plane(three, x, y),
                      "share_in_plane: 3, 2 and 2 numbers; the lengths must agree");
    CHECK_THROWS_WITH(nn::share_in_plane(zero, x, y),
                      StartsWith("share_in_plane: a vector is 0"));
    CHECK_THROWS_WITH(nn::share_in_plane(x, zero, y),
                      StartsWith("share_in_plane: a vector is 0"));
    CHECK_THROWS_WITH(
        nn::share_in_plane(x, y, arma::vec(-2 * y)),
        StartsWith("share_in_plane: the two vectors lie on one line"));
    CHECK_THROWS_WITH(
        nn::share_in_plane(x, y, zero),
        StartsWith("share_in_plane: the two vectors lie on one line"));
}

TEST_CASE("the company of each occurrence", "[senses]") {
    // word k has the vector (k, 1) and the weight 10^k
    arma::fmat vectors{{0, 1, 2, 3}, {1, 1, 1, 1}};
    const nn::CompanyOptions options{.context_window = 2,
                                     .weights = {1.0F, 10.0F, 100.0F, 1000.0F}};
    nn::TokenArray text({2, 0, 1, 3, 0, line_end, 0, line_end, 3, 0});
    const std::vector<Token> words{0, 2};
    const auto all = nn::companies(text, words, vectors, options);
    REQUIRE(all.size() == 2);
    REQUIRE(all[0].n_cols == 4);
    const arma::fmat expected{
        {2 * 100 + 1 * 10 + 3 * 1000, 1 * 10 + 3 * 1000, 0, 3 * 1000},
        {1110, 1010, 0, 1000}};
    CHECK(arma::abs(all[0] - expected).max() == 0.0F);
    REQUIRE(all[1].n_cols == 1);
    CHECK(all[1](0, 0) == 10.0F);
    CHECK(all[1](1, 0) == 11.0F);
}

TEST_CASE("a word without a vector or a weight is refused", "[senses]") {
    const arma::fmat vectors(2, 3, arma::fill::ones);
    nn::TokenArray text({0, 3});
    const std::vector<Token> words{0};
    CHECK_THROWS_WITH(
        nn::companies(text, words, vectors, {.weights = arma::fvec(4)}),
        "companies: word 3 has no vector or no weight");
    CHECK_THROWS_WITH(
        nn::companies(text, words, arma::fmat(2, 4), {.weights = arma::fvec(3)}),
        "companies: word 3 has no vector or no weight");
}

TEST_CASE("two crowds are told apart", "[senses]") {
    nn::Rng rng(59);
    arma::fmat company(5, 200);
    std::vector<bool> crowd;
    for (arma::uword i = 0; i < company.n_cols; ++i) {
        crowd.push_back(rng.interval(2) == 0);
        for (float& x : company.col(i)) x = static_cast<float>(0.1 * rng.normal());
        company(crowd.back() ? 1 : 3, i) += 1.0F;
        company.col(i) *= static_cast<float>(1.0 + 9.0 * rng.uniform());
    }
    const std::vector<bool> found = nn::split_by_company(company);
    const bool exchanged = found[0] != crowd[0];
    for (std::size_t i = 0; i < crowd.size(); ++i)
        CHECK(found[i] == (crowd[i] != exchanged));
}

TEST_CASE("one occurrence cannot be split", "[senses]") {
    CHECK_THROWS_WITH(nn::split_by_company(arma::fmat(3, 1, arma::fill::ones)),
                      StartsWith("split_by_company: 1 occurrences"));
}
