/// Several heads: what each sees, whole batches, and what is refused. The formula
/// and its gradient are among chapter 7's tests.
#include "nn/multi_head.hpp"

#include <cmath>
#include <numeric>

#include "support/catch.hpp"
#include "support/random_matrix.hpp"

using nn::RelativePositions;

namespace {

struct Layer {
    explicit Layer(const nn::MultiHeadShape& shape, std::uint32_t seed = 5)
        : heads(layout, "a", shape), parameters(layout.size()), rng(seed) {
        for (double& x : parameters) x = 0.4 * rng.normal();
    }

    arma::mat forward(const arma::mat& X, std::size_t sequences = 1) {
        return heads.forward(layout, parameters, X, sequences, pass);
    }
    arma::mat backward(const arma::mat& X, const arma::mat& dY) {
        gradient.assign(layout.size(), 0.0);
        return heads.backward(layout, parameters, X, dY, pass, gradient);
    }

    nn::ParameterLayout layout;
    nn::MultiHead<double> heads;
    std::vector<double> parameters, gradient;
    nn::MultiHeadPass<double> pass;
    nn::Rng rng;
};

constexpr RelativePositions all_positions[] = {RelativePositions::none,
                                               RelativePositions::rotary,
                                               RelativePositions::linear_bias};

bool near(const arma::mat& one, const arma::mat& other) {
    return arma::approx_equal(one, other, "absdiff", 1e-12);
}

}  // namespace

TEST_CASE("what a layer of heads is called and what it holds", "[heads]") {
    const Layer layer({.width = 6, .heads = 3});
    std::vector<std::string> names;
    for (const nn::TensorPlace& place : layer.layout.tensors())
        names.push_back(place.name);
    CHECK(names ==
          std::vector<std::string>{"a.W_QKV", "a.b_QKV", "a.W_O", "a.b_O"});
    CHECK(layer.layout.size() == 18 * 6 + 18 + 36 + 6);
    CHECK((layer.heads.W_QKV() == 0 && layer.heads.b_QKV() == 1 &&
           layer.heads.W_O() == 2 && layer.heads.b_O() == 3));
    CHECK(layer.heads.shape().heads == 3);
}

TEST_CASE("sequences of a batch do not meet", "[heads]") {
    for (const RelativePositions positions : all_positions)
        for (const bool causal : {false, true}) {
            Layer layer({8, 2, causal, positions});
            const arma::mat X = random_matrix<double>(8, 15, layer.rng),
                            dY = random_matrix<double>(8, 15, layer.rng);
            const arma::mat Y = layer.forward(X, 3), dX = layer.backward(X, dY);
            std::vector<double> sum(layer.layout.size());
            for (arma::uword s = 0; s < 3; ++s) {
                const arma::mat Xs = X.cols(5 * s, 5 * s + 4),
                                dYs = dY.cols(5 * s, 5 * s + 4);
                CHECK(near(layer.forward(Xs), Y.cols(5 * s, 5 * s + 4)));
                CHECK(near(layer.backward(Xs, dYs), dX.cols(5 * s, 5 * s + 4)));
                for (std::size_t i = 0; i < sum.size(); ++i)
                    sum[i] += layer.gradient[i];
            }
            layer.forward(X, 3), layer.backward(X, dY);
            CHECK(near(arma::vec(sum), arma::vec(layer.gradient)));
        }
}

TEST_CASE("backward adds to the gradient", "[heads]") {
    Layer layer({.width = 4, .heads = 2});
    const arma::mat X = random_matrix<double>(4, 5, layer.rng);
    layer.forward(X);
    layer.backward(X, X);
    std::vector<double> once = layer.gradient;
    layer.heads.backward(layer.layout, layer.parameters, X, X, layer.pass,
                         layer.gradient);
    CHECK(near(2.0 * arma::vec(once), arma::vec(layer.gradient)));
}

TEST_CASE("what the heads gave is their values by their weights", "[heads]") {
    for (const RelativePositions positions : all_positions) {
        Layer layer({6, 2, true, positions});
        const arma::mat X = random_matrix<double>(6, 8, layer.rng);
        layer.forward(X, 2);
        for (const arma::uword s : {0, 1})
            for (const arma::uword h : {0, 1}) {
                const arma::mat A = layer.heads.weights(layer.pass, s, h);
                const arma::mat V =
                    layer.pass.QKV.submat(12 + 3 * h, 4 * s, arma::size(3, 4));
                CHECK(near(V * A, layer.pass.mixed.submat(3 * h, 4 * s,
                                                          arma::size(3, 4))));
                CHECK(near(arma::sum(A, 0), arma::mat(1, 4, arma::fill::ones)));
                CHECK((A(1, 0) == 0.0 && A(3, 2) == 0.0));
            }
    }
}

TEST_CASE("slopes of the linear bias: a geometric sequence that ends at 1/256",
          "[heads]") {
    CHECK(nn::linear_bias_slope(7, 8) == 1.0 / 256);
    CHECK((nn::linear_bias_slope(0, 8) == 0.5 &&
           nn::linear_bias_slope(3, 8) == 0.0625));
    CHECK(nn::linear_bias_slope(0, 1) == 1.0 / 256);
    CHECK_THROWS_WITH(nn::linear_bias_slope(8, 8),
                      "linear_bias_slope: head 8 of 8; heads count from 0");
}

TEST_CASE("sequences of other lengths, one after the other", "[heads]") {
    for (const RelativePositions positions : all_positions) {
        Layer layer({8, 2, true, positions}), fresh({8, 2, true, positions});
        const arma::mat X = random_matrix<double>(8, 9, layer.rng);
        layer.forward(X.head_cols(4));
        layer.forward(X);
        CHECK(near(layer.forward(X.head_cols(3)), fresh.forward(X.head_cols(3))));
        CHECK(near(layer.forward(X), fresh.forward(X)));
    }
}

TEST_CASE("heads of odd height, with rotary positions too", "[heads]") {
    Layer layer({6, 2, true, RelativePositions::rotary});  // d = 3
    const arma::mat X = random_matrix<double>(6, 5, layer.rng);
    CHECK(layer.forward(X).is_finite());
    CHECK(layer.backward(X, X).is_finite());
}

TEST_CASE("heads refuse what does not fit", "[heads]") {
    nn::ParameterLayout layout;
    const auto make = [&](std::size_t width, std::size_t heads) {
        return nn::MultiHead<float>(layout, "a", {.width = width, .heads = heads});
    };
    CHECK_THROWS_WITH(make(10, 4),
                      "MultiHead: 4 heads for a width of 10; the heads must divide "
                      "the width");
    CHECK_THROWS_WITH(make(10, 0), oracle::mentions("0 heads for a width of 10"));
    CHECK_THROWS_WITH(make(0, 1), oracle::mentions("1 heads for a width of 0"));
    CHECK(layout.size() == 0);
    Layer layer({.width = 4, .heads = 2});
    const arma::mat X(4, 6, arma::fill::ones);
    CHECK_THROWS_WITH(layer.forward(arma::mat(5, 6)),
                      "MultiHead: X is 5 × 6 for 1 sequences; it needs 4 rows and, "
                      "for each sequence, as many columns, at least 1");
    CHECK_THROWS_WITH(layer.forward(X, 4), oracle::mentions("X is 4 × 6 for 4"));
    CHECK_THROWS_WITH(layer.forward(X, 0), oracle::mentions("for 0 sequences"));
    CHECK_THROWS_WITH(layer.forward(arma::mat(4, 0)), oracle::mentions("4 × 0"));
    layer.forward(X);
    const char* const shapes = "X, dY and the pass are of different shapes";
    CHECK_THROWS_WITH(layer.backward(X, X.head_cols(5)), oracle::mentions(shapes));
    CHECK_THROWS_WITH(layer.backward(X.head_cols(5), X), oracle::mentions(shapes));
    layer.parameters.pop_back();
    CHECK_THROWS_WITH(layer.forward(X), oracle::mentions("the lengths must agree"));
}
