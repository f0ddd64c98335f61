/// Layer normalisation, feed-forward and the residual path: what the formulas leave
/// open, and what is refused.
#include "feed_forward.hpp"
#include "residual.hpp"
#include "support/catch.hpp"
#include "support/random_matrix.hpp"

namespace {

/// A part with random parameters.
template <class Part>
struct Built {
    template <class... Given>
    explicit Built(Given... given)
        : part(layout, "a", given...), gradient(layout.size()) {
        nn::Rng rng(5);
        for (std::size_t i = 0; i < layout.size(); ++i)
            parameters.push_back(rng.normal());
    }

    std::vector<std::string> names() const {
        std::vector<std::string> all;
        for (const nn::TensorPlace& place : layout.tensors())
            all.push_back(place.name);
        return all;
    }

    nn::ParameterLayout layout;
    Part part;
    std::vector<double> parameters, gradient;
};

using Norm = Built<nn::LayerNorm<double>>;
using Thought = Built<nn::FeedForward<double>>;
using Path = Built<nn::Residual<double>>;

arma::mat random(arma::uword rows, arma::uword columns) {
    nn::Rng rng(6);
    return random_matrix<double>(rows, columns, rng);
}

}  // namespace

TEST_CASE("what a normalisation is called and what it holds", "[parts]") {
    const Norm norm(std::size_t{6});
    CHECK(norm.names() == std::vector<std::string>{"a.gain", "a.bias"});
    CHECK(norm.layout.size() == 12);
    CHECK((norm.part.gain() == 0 && norm.part.bias() == 1));
}

TEST_CASE("each column has mean 0 and variance 1, however long it was", "[parts]") {
    Norm norm(std::size_t{50});
    const arma::mat X = random(50, 4);
    nn::LayerNormPass<double> one, longer, moved;
    norm.part.forward(norm.layout, norm.parameters, X, one);
    for (arma::uword t = 0; t < 4; ++t) {
        CHECK(std::abs(arma::mean(one.normal.col(t))) < 1e-14);
        CHECK(std::abs(arma::var(one.normal.col(t), 1) - 1) < 2e-5);
    }
    norm.part.forward(norm.layout, norm.parameters, 100 * X, longer);
    norm.part.forward(norm.layout, norm.parameters, X + 3, moved);
    CHECK(arma::approx_equal(one.Y, longer.Y, "absdiff", 1e-4));
    CHECK(arma::approx_equal(one.Y, moved.Y, "absdiff", 1e-12));
}

TEST_CASE("a column of equal numbers gives the bias, not 0 / 0", "[parts]") {
    Norm norm(std::size_t{3});
    nn::LayerNormPass<double> pass;
    norm.part.forward(norm.layout, norm.parameters, arma::mat(3, 1).fill(0.75),
                      pass);
    for (std::size_t i = 0; i < 3; ++i) CHECK(pass.Y(i) == norm.parameters[3 + i]);
}

TEST_CASE("normalisation adds to dX and to the gradient", "[parts]") {
    Norm norm(std::size_t{5});
    const arma::mat X = random(5, 3);
    nn::LayerNormPass<double> pass;
    norm.part.forward(norm.layout, norm.parameters, X, pass);
    arma::mat dX(5, 3, arma::fill::zeros);
    const auto back = [&] {
        norm.part.backward(norm.layout, norm.parameters, X, pass, norm.gradient,
                           dX);
    };
    back();
    const arma::mat once = dX;
    const arma::vec gradient(norm.gradient);
    back();
    CHECK(arma::approx_equal(dX, 2 * once, "absdiff", 1e-13));
    CHECK(arma::approx_equal(arma::vec(norm.gradient), 2 * gradient, "absdiff",
                             1e-13));
}

TEST_CASE("normalisation refuses what does not fit", "[parts]") {
    nn::ParameterLayout none;
    CHECK_THROWS_WITH(nn::LayerNorm<float>(none, "a", 0),
                      "LayerNorm: a width of 0; give at least 1 number a token");
    CHECK(none.size() == 0);
    Norm norm(std::size_t{5});
    nn::LayerNormPass<double> pass;
    CHECK_THROWS_WITH(
        norm.part.forward(norm.layout, norm.parameters, random(4, 3), pass),
        "LayerNorm: X is 4 × 3; it needs 5 rows");
    const arma::mat X = random(5, 3);
    norm.part.forward(norm.layout, norm.parameters, X, pass);
    arma::mat dX(5, 3, arma::fill::zeros), narrow(5, 2, arma::fill::zeros);
    const auto back = [&](const arma::mat& dY, arma::mat& d) {
        norm.part.backward(norm.layout, norm.parameters, dY, pass, norm.gradient,
                           d);
    };
    CHECK_THROWS_WITH(back(narrow, dX), oracle::mentions("different shapes"));
    CHECK_THROWS_WITH(back(X, narrow), oracle::mentions("different shapes"));
    norm.parameters.pop_back();
    CHECK_THROWS_WITH(norm.part.forward(norm.layout, norm.parameters, X, pass),
                      oracle::mentions("the lengths must agree"));
}

TEST_CASE("what a feed-forward part is called and what it holds", "[parts]") {
    const Thought thought(std::size_t{3}, std::size_t{5});
    CHECK(thought.names() ==
          std::vector<std::string>{"a.W_1", "a.b_1", "a.W_2", "a.b_2"});
    CHECK(thought.layout.size() == 15 + 5 + 15 + 3);
    CHECK((thought.part.W_1() == 0 && thought.part.b_1() == 1 &&
           thought.part.W_2() == 2 && thought.part.b_2() == 3));
}

TEST_CASE("each token thinks for itself", "[parts]") {
    Thought thought(std::size_t{3}, std::size_t{5});
    const arma::mat X = random(3, 4);
    nn::FeedForwardPass<double> pass;
    const arma::mat Y =
        thought.part.forward(thought.layout, thought.parameters, X, pass);
    for (arma::uword t = 0; t < 4; ++t)
        CHECK(arma::approx_equal(
            thought.part.forward(thought.layout, thought.parameters, X.col(t),
                                 pass),
            Y.col(t), "absdiff", 1e-13));
}

TEST_CASE("the feed-forward part refuses what does not fit", "[parts]") {
    nn::ParameterLayout none;
    CHECK_THROWS_WITH(nn::FeedForward<float>(none, "a", 4, 0),
                      "FeedForward: a width of 4 and 0 hidden units; give at least "
                      "1 of each");
    CHECK_THROWS_WITH(nn::FeedForward<float>(none, "a", 0, 4),
                      oracle::mentions("a width of 0 and 4"));
    CHECK(none.size() == 0);
    Thought thought(std::size_t{3}, std::size_t{5});
    nn::FeedForwardPass<double> pass;
    CHECK_THROWS_WITH(thought.part.forward(thought.layout, thought.parameters,
                                           random(4, 2), pass),
                      "FeedForward: X is 4 × 2; it needs 3 rows");
    const arma::mat X = random(3, 4);
    thought.part.forward(thought.layout, thought.parameters, X, pass);
    const auto back = [&](const arma::mat& input, const arma::mat& dY) {
        thought.part.backward(thought.layout, thought.parameters, input, dY, pass,
                              thought.gradient);
    };
    CHECK_THROWS_WITH(back(X, X.head_cols(3)),
                      oracle::mentions("different shapes"));
    CHECK_THROWS_WITH(back(X.head_cols(3), X.head_cols(3)),
                      oracle::mentions("different shapes"));
}

TEST_CASE("what a part was given: the stream, or the stream normalised",
          "[parts]") {
    using nn::NormPlacement;
    const arma::mat X = random(4, 3);
    for (const NormPlacement placement :
         {NormPlacement::before, NormPlacement::after, NormPlacement::nowhere}) {
        Path path(std::size_t{4}, placement, true);
        arma::mat stream = X, given;
        nn::ResidualPass<double> pass;
        path.part.forward(path.layout, path.parameters, stream, pass,
                          [&](const arma::mat& N) {
                              given = N;
                              return arma::mat(arma::size(N), arma::fill::zeros);
                          });
        CHECK(arma::approx_equal(given, path.part.input(pass), "absdiff", 0));
        const bool as_it_is = arma::approx_equal(given, X, "absdiff", 0);
        CHECK(as_it_is == (placement != NormPlacement::before));
        const bool untouched = arma::approx_equal(stream, X, "absdiff", 0);
        CHECK(untouched == (placement != NormPlacement::after));
    }
}
