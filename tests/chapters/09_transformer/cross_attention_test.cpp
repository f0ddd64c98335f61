/// What attention to another sequence refuses.
#include "cross_attention.hpp"
#include "support/catch.hpp"

TEST_CASE("cross-attention refuses what does not fit", "[translator]") {
    nn::ParameterLayout layout;
    CHECK_THROWS_WITH(nn::CrossAttention<double>(layout, "a", 10, 4),
                      "CrossAttention: 4 heads for a width of 10; the heads must "
                      "divide the width");
    CHECK_THROWS_AS(nn::CrossAttention<double>(layout, "a", 10, 0),
                    std::invalid_argument);
    CHECK_THROWS_AS(nn::CrossAttention<double>(layout, "a", 0, 1),
                    std::invalid_argument);
    CHECK(layout.size() == 0);
    const nn::CrossAttention<double> cross(layout, "a", 4, 2);
    CHECK((cross.W_Q() == 0 && cross.b_Q() == 1 && cross.W_KV() == 2 &&
           cross.b_KV() == 3 && cross.W_O() == 4 && cross.b_O() == 5));
    const std::vector<double> parameters(layout.size());
    std::vector<double> gradient(layout.size());
    nn::CrossAttentionPass<double> pass;
    const arma::mat X(4, 6), source(4, 9), none(4, 0);
    const auto forward = [&](const arma::mat& x, const arma::mat& s,
                             std::size_t sequences) {
        return cross.forward(layout, parameters, x, s, sequences, pass);
    };
    CHECK_THROWS_WITH(forward(X, source, 2),
                      "CrossAttention: X is 4 × 6 and the source 4 × 9 for 2 "
                      "sequences; both need 4 rows and, for each sequence, as many "
                      "columns, at least 1");
    CHECK_THROWS_AS(forward(X, source, 0), std::invalid_argument);
    CHECK_THROWS_AS(forward(arma::mat(4, 8), source, 3), std::invalid_argument);
    CHECK_THROWS_AS(forward(arma::mat(5, 6), source, 3), std::invalid_argument);
    CHECK_THROWS_AS(forward(X, arma::mat(3, 9), 3), std::invalid_argument);
    CHECK_THROWS_AS(forward(none, source, 3), std::invalid_argument);
    CHECK_THROWS_AS(forward(X, none, 3), std::invalid_argument);
    forward(X, source, 3);
    const auto backward = [&](const arma::mat& x, const arma::mat& s,
                              const arma::mat& dY, arma::mat dsource) {
        cross.backward(layout, parameters, x, s, dY, pass, gradient, dsource);
    };
    const arma::mat dsource(4, 9);
    CHECK_NOTHROW(backward(X, source, X, dsource));
    const auto mentions = oracle::mentions("are of different shapes");
    CHECK_THROWS_WITH(backward(X.head_cols(3), source, X, dsource), mentions);
    CHECK_THROWS_WITH(backward(X, source.head_cols(3), X, dsource), mentions);
    CHECK_THROWS_WITH(backward(X, source, X.head_cols(3), dsource), mentions);
    CHECK_THROWS_WITH(backward(X, source, X, dsource.head_cols(3)), mentions);
}
