#include "nn/fast_logistic.hpp"

#include <algorithm>
#include <limits>

#include "nn/rng.hpp"
#include "nn/sigmoid.hpp"
#include "support/catch.hpp"

namespace {

constexpr float infinite = std::numeric_limits<float>::infinity();
constexpr float not_a_number = std::numeric_limits<float>::quiet_NaN();

struct Examples {
    arma::fmat X;
    arma::frowvec y;
};

Examples normal_examples(arma::uword inputs, arma::uword n) {
    nn::Rng rng(5);
    Examples data{arma::fmat(inputs, n), arma::frowvec(n)};
    for (float& x : data.X) x = static_cast<float>(rng.normal());
    for (float& y : data.y) y = static_cast<float>(rng.interval(1));
    return data;
}

/// The same epoch as the formula has it, in double.
arma::vec simple_epoch(arma::vec parameters, const Examples& data,
                       arma::uword batch, double learning_rate) {
    const arma::mat X = arma::conv_to<arma::mat>::from(data.X);
    const arma::rowvec y = arma::conv_to<arma::rowvec>::from(data.y);
    const arma::uword n = X.n_rows;
    for (arma::uword at = 0; at < X.n_cols; at += batch) {
        const arma::uword last = std::min(at + batch, X.n_cols) - 1;
        const arma::mat Xb = X.cols(at, last);
        const arma::vec w = parameters.head(n);
        arma::rowvec d = w.t() * Xb + parameters[n];
        d.transform([](double z) { return nn::sigmoid(z); });
        d -= y.cols(at, last);
        const double rate = learning_rate / static_cast<double>(Xb.n_cols);
        parameters.head(n) -= rate * Xb * d.t();
        parameters[n] -= rate * arma::accu(d);
    }
    return parameters;
}

void epoch(arma::fvec& parameters, const Examples& data, float learning_rate = 0.1F,
           arma::uword batch = 2) {
    nn::logistic_epoch(parameters, data.X, data.y, batch, learning_rate);
}

}  // namespace

TEST_CASE("the fast epoch agrees with the simple one", "[fast_logistic]") {
    for (const arma::uword inputs : {0u, 1u, 15u, 16u, 17u, 100u})
        for (const arma::uword batch : {1u, 32u, 256u, 300u, 5000u}) {
            const Examples data = normal_examples(inputs, 3000);
            arma::fvec fast(inputs + 1, arma::fill::zeros);
            epoch(fast, data, 0.1F, batch);
            const arma::vec simple = simple_epoch(
                arma::vec(inputs + 1, arma::fill::zeros), data, batch, 0.1F);
            const arma::vec apart =
                arma::abs(arma::conv_to<arma::vec>::from(fast) - simple);
            CAPTURE(inputs, batch);
            CHECK(apart.max() <= 1e-5 * arma::abs(simple).max());
        }
}

TEST_CASE("bad data and bad plans are refused", "[fast_logistic]") {
    const Examples good = normal_examples(3, 5);
    arma::fvec parameters(4, arma::fill::zeros);
    const auto refuses = [&](const Examples& data, const std::string& problem) {
        CHECK_THROWS_WITH(epoch(parameters, data), "logistic_epoch: " + problem);
    };
    refuses({arma::fmat(3, 0), arma::frowvec()},
            "no examples, or batches of none; give at least 1");
    CHECK_THROWS_WITH(
        epoch(parameters, good, 0.1F, 0),
        "logistic_epoch: no examples, or batches of none; give at least 1");
    refuses(normal_examples(2, 5),
            "4 parameters and 2 inputs; give a weight an input and a bias");
    refuses({good.X, good.y.head(4)},
            "5 examples and 4 labels; give one label an example");
    for (const float rate : {0.0F, -1.0F, infinite, not_a_number})
        CHECK_THROWS_WITH(epoch(parameters, good, rate),
                          "logistic_epoch: the learning rate is " +
                              std::to_string(rate) +
                              "; it must be above 0 and finite");
    for (const float label : {0.5F, -1.0F, not_a_number}) {
        Examples bad = good;
        bad.y[3] = label;
        refuses(bad, "a label is neither 0 nor 1; give 0 or 1");
    }
    CHECK(arma::all(parameters == 0.0F));
}

TEST_CASE("an input that is not finite is noticed where it first counts",
          "[fast_logistic]") {
    for (const float input : {not_a_number, infinite, -infinite}) {
        Examples data = normal_examples(3, 5);
        arma::fvec before(4, arma::fill::zeros);
        epoch(before, {data.X.head_cols(2), data.y.head(2)});
        data.X(1, 2) = input;
        arma::fvec parameters(4, arma::fill::zeros);
        CHECK_THROWS_WITH(
            epoch(parameters, data),
            "logistic_epoch: an input of the 2 examples from 2 is NaN, "
            "infinite or too large");
        CHECK(arma::all(parameters == before));
    }
}
