/// Principal axes: clouds whose axes are known, and what is refused.
#include "nn/principal_components.hpp"

#include <cmath>
#include <limits>

#include "nn/rng.hpp"
#include "support/catch.hpp"

TEST_CASE("points on a line have one axis", "[pca]") {
    // (0, 1) + t (3, 4) / 5 for t = -2 … 2: variance 2, mean (0, 1)
    arma::mat X(2, 5);
    for (int t = -2; t <= 2; ++t) {
        X(0, static_cast<arma::uword>(t + 2)) = 0.6 * t;
        X(1, static_cast<arma::uword>(t + 2)) = 1.0 + 0.8 * t;
    }
    const nn::PrincipalComponents found = nn::principal_components(X, 2);
    CHECK(arma::norm(found.mean - arma::vec{0.0, 1.0}) < 1e-15);
    CHECK(arma::norm(found.axes.col(0) - arma::vec{0.6, 0.8}) < 1e-14);
    CHECK(std::abs(found.variance[0] - 2.0) < 1e-14);
    CHECK(std::abs(found.variance[1]) < 1e-14);
    CHECK(std::abs(found.total_variance - 2.0) < 1e-14);
    const arma::mat Y = nn::coordinates(found, X);
    for (int t = -2; t <= 2; ++t)
        CHECK(std::abs(Y(0, static_cast<arma::uword>(t + 2)) - t) < 1e-14);
}

TEST_CASE("axes are orthogonal, in the order of their variance, with fixed signs",
          "[pca]") {
    nn::Rng rng(33);
    arma::mat X(6, 40);
    for (double& x : X) x = rng.normal();
    const nn::PrincipalComponents found = nn::principal_components(X, 6);
    const arma::mat product = found.axes.t() * found.axes;
    CHECK(arma::norm(product - arma::eye(6, 6)) < 1e-13);
    CHECK(found.variance.is_sorted("descend"));
    CHECK(std::abs(arma::accu(found.variance) - found.total_variance) < 1e-13);
    for (arma::uword j = 0; j < 6; ++j)
        CHECK(found.axes(arma::abs(found.axes.col(j)).index_max(), j) > 0.0);
    // the other way round, the same axes
    const nn::PrincipalComponents again = nn::principal_components(-X, 6);
    CHECK(arma::norm(again.axes - found.axes) < 1e-12);
}

TEST_CASE("clouds without axes are refused", "[pca]") {
    const arma::mat X(3, 2);
    CHECK_THROWS_WITH(
        nn::principal_components(X, 0),
        "principal_components: 0 axes of 2 points with 3 numbers each; "
        "at least 1, at most the smaller of the two");
    CHECK_THROWS_WITH(nn::principal_components(X, 3), oracle::mentions("3 axes"));
    CHECK_THROWS_WITH(nn::principal_components(arma::mat(), 1),
                      oracle::mentions("0 points"));
    arma::mat bad(2, 3);
    bad(1, 1) = std::numeric_limits<double>::quiet_NaN();
    CHECK_THROWS_WITH(nn::principal_components(bad, 1),
                      oracle::mentions("a number is NaN or infinite"));
    CHECK_THROWS_WITH(
        nn::coordinates(nn::principal_components(X, 1), arma::mat(2, 2)),
        "coordinates: points of 2 numbers and axes of 3; both must agree");
}
