#include "nn/affine.hpp"

#include "support/catch.hpp"

TEST_CASE("a layer adds the bias to each example's column", "[affine]") {
    const arma::mat W{{1.0, 2.0}, {0.0, -1.0}, {3.0, 0.5}};  // 3 × 2
    const arma::mat X{{1.0, 0.0}, {10.0, 2.0}};              // 2 × 2
    const arma::vec b{0.5, 1.0, -1.0};
    const arma::mat right{{21.5, 4.5}, {-9.0, -1.0}, {7.0, 0.0}};
    CHECK(arma::approx_equal(nn::affine(W, X, b), right, "absdiff", 0.0));
}

TEST_CASE("a layer without inputs gives its bias", "[affine]") {
    const arma::mat Z = nn::affine(arma::mat(2, 0), arma::mat(0, 3), {1.0, 2.0});
    CHECK(Z.n_cols == 3);
    CHECK(Z(0, 2) == 1.0);
    CHECK(Z(1, 0) == 2.0);
}

TEST_CASE("shapes that do not fit are refused with all of them", "[affine]") {
    const std::string remedy =
        "; W needs a column for each row of X and a row for each of b";
    CHECK_THROWS_WITH(nn::affine(arma::mat(3, 2), arma::mat(4, 5), arma::vec(3)),
                      "affine: W is 3 × 2, X is 4 × 5 and b has 3" + remedy);
    CHECK_THROWS_WITH(nn::affine(arma::mat(3, 2), arma::mat(2, 5), arma::vec(2)),
                      "affine: W is 3 × 2, X is 2 × 5 and b has 2" + remedy);
}
