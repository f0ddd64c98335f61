#include "nn/initialisation.hpp"

#include <limits>
#include <vector>

#include "support/catch.hpp"

TEST_CASE("columns of an orthogonal matrix are orthogonal and of length 1",
          "[initialisation]") {
    nn::Rng rng(5);
    for (const std::size_t n : {1, 2, 17, 64}) {
        const arma::mat Q = nn::orthogonal_matrix(n, rng);
        CHECK(arma::abs(Q.t() * Q - arma::mat(n, n, arma::fill::eye)).max() <=
              1e-13);
    }
    CHECK_THROWS_WITH(nn::orthogonal_matrix(0, rng),
                      "orthogonal_matrix: 0 rows; give at least 1");
}

// Without the signs, LAPACK's first column would lean to one side.
TEST_CASE("no direction of an orthogonal matrix is more likely than another",
          "[initialisation]") {
    nn::Rng rng(6);
    arma::mat sum(2, 2), squares(2, 2);
    constexpr int draws = 4000;
    for (int i = 0; i < draws; ++i) {
        const arma::mat Q = nn::orthogonal_matrix(2, rng);
        sum += Q, squares += Q % Q;
    }
    CHECK(arma::abs(sum / draws).max() < 0.05);
    CHECK(arma::abs(squares / draws - 0.5).max() < 0.05);
}

TEST_CASE("uniform weights keep to their bound", "[initialisation]") {
    nn::Rng rng(7);
    std::vector<float> weights(10'000);
    nn::fill_uniform<float>(weights, 0.25, rng);
    const auto [least, most] = std::minmax_element(weights.begin(), weights.end());
    CHECK(
        (*least >= -0.25F && *least < -0.249F && *most <= 0.25F && *most > 0.249F));
}

TEST_CASE("a matrix without eigenvalues is refused", "[initialisation]") {
    CHECK_THROWS_WITH(
        nn::spectral_radius(arma::mat(2, 3)),
        "spectral_radius: W is 2 × 3; give a square matrix of finite numbers");
    CHECK_THROWS_AS(nn::spectral_radius(arma::mat()), std::invalid_argument);
    arma::mat W(2, 2);
    W(0, 1) = std::numeric_limits<double>::quiet_NaN();
    CHECK_THROWS_AS(nn::spectral_radius(W), std::invalid_argument);
}
