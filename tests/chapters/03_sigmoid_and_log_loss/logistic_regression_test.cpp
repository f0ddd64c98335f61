/// Logistic regression: what it learns, and what it refuses.
#include "logistic_regression.hpp"

#include <cmath>
#include <limits>

#include "nn/rng.hpp"
#include "nn/sigmoid.hpp"
#include "support/catch.hpp"
#include "training.hpp"

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double quiet_nan = std::numeric_limits<double>::quiet_NaN();

/// Three examples of two inputs.
nn::Dataset three_examples() {
    return {{{1.0, 0.0, -2.0}, {0.5, 3.0, 1.0}}, {1.0, 0.0, 1.0}};
}

/// Points of the plane on both sides of x1 + 2 x2 = 1, none nearer than 0.1.
nn::Dataset separable(arma::uword n) {
    nn::Rng rng(81);
    nn::Dataset data{arma::mat(2, n), arma::rowvec(n)};
    for (arma::uword i = 0; i < n;) {
        const double x1 = rng.normal();
        const double x2 = rng.normal();
        const double side = x1 + 2.0 * x2 - 1.0;
        if (std::abs(side) < 0.1) continue;
        data.X(0, i) = x1, data.X(1, i) = x2;
        data.y[i++] = side > 0.0 ? 1.0 : 0.0;
    }
    return data;
}

/// Parameters after full-batch gradient descent from 0.
arma::vec learnt(const nn::Dataset& data, double rate, std::size_t steps,
                 double l2 = 0.0) {
    arma::vec parameters(data.X.n_rows + 1);
    nn::GradientDescent<double> descent(rate);
    nn::Rng unused(0);
    nn::train_in_batches(
        parameters, data,
        [&](const arma::vec& at, const nn::Dataset& batch) {
            return nn::logistic_gradient(at, batch, l2);
        },
        descent, {steps, data.y.n_elem}, unused);
    return parameters;
}

}  // namespace

TEST_CASE("logits, loss and slopes of three examples by hand", "[logistic]") {
    const arma::vec parameters{2.0, -1.0, 0.5};
    const arma::rowvec z = nn::logistic_logits(parameters, three_examples().X);
    CHECK(z[0] == 2.0);
    CHECK(z[1] == -2.5);
    CHECK(z[2] == -4.5);
    const double p = nn::sigmoid(2.0), q = nn::sigmoid(-2.5), r = nn::sigmoid(-4.5);
    const double loss = -(std::log(p) + std::log(1.0 - q) + std::log(r)) / 3.0;
    CHECK(std::abs(nn::logistic_loss(parameters, three_examples()) - loss) < 1e-14);
    const double with_price = loss + 0.5 * 0.1 * (4.0 + 1.0);  // not the bias
    CHECK(std::abs(nn::logistic_loss(parameters, three_examples(), 0.1) -
                   with_price) < 1e-14);
    const arma::vec right{((p - 1.0) - 2.0 * (r - 1.0)) / 3.0 + 0.1 * 2.0,
                          (0.5 * (p - 1.0) + 3.0 * q + (r - 1.0)) / 3.0 - 0.1,
                          ((p - 1.0) + q + (r - 1.0)) / 3.0};
    const arma::vec slopes =
        nn::logistic_gradient(parameters, three_examples(), 0.1);
    CHECK(arma::approx_equal(slopes, right, "absdiff", 1e-15));
}

TEST_CASE("a set that a line separates is learnt without a mistake", "[logistic]") {
    const nn::Dataset data = separable(200);
    const arma::vec parameters = learnt(data, 5.0, 3000);
    const arma::rowvec z = nn::logistic_logits(parameters, data.X);
    CHECK(nn::accuracy(z, data.y) == 1.0);
    CHECK(nn::logistic_loss(parameters, data) < 0.05);
    CHECK(std::abs(parameters[1] / parameters[0] - 2.0) < 0.2);
    CHECK(std::abs(parameters[2] / parameters[0] + 1.0) < 0.2);
}

TEST_CASE("with no inputs the bias learns the log-odds", "[logistic]") {
    const arma::rowvec y{1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0};
    const arma::vec bias = learnt({arma::mat(0, 8), y}, 4.0, 300);
    REQUIRE(bias.n_elem == 1);
    CHECK(std::abs(bias[0] - nn::logit(0.25)) < 1e-9);
}

TEST_CASE("a price keeps weights small and leaves the bias alone", "[logistic]") {
    const nn::Dataset data = separable(100);
    const arma::vec cheap = learnt(data, 1.0, 2000, 0.001);
    const arma::vec dear = learnt(data, 1.0, 2000, 0.1);
    CHECK(arma::norm(dear.head(2)) < 0.5 * arma::norm(cheap.head(2)));
    const nn::Dataset empty_inputs{arma::mat(1, 4), {1.0, 1.0, 1.0, 0.0}};
    CHECK(std::abs(learnt(empty_inputs, 1.0, 500, 1.0)[1] - nn::logit(0.75)) <
          1e-9);
}

TEST_CASE("the loss stays finite however sure the model is", "[logistic]") {
    const arma::vec sure{1e6, -1e6, 0.0};
    CHECK(std::isfinite(nn::logistic_loss(sure, three_examples())));
    CHECK(nn::logistic_gradient(sure, three_examples()).is_finite());
}

TEST_CASE("examples of the wrong width are refused", "[logistic]") {
    const std::string problem =
        "logistic_logits: the examples have 2 inputs and the model has weights "
        "for 3; the numbers must be equal";
    const arma::vec four(4);
    CHECK_THROWS_WITH(nn::logistic_logits(four, three_examples().X), problem);
    CHECK_THROWS_WITH(nn::logistic_loss(four, three_examples()), problem);
    CHECK_THROWS_WITH(nn::logistic_gradient(four, three_examples()), problem);
    CHECK_THROWS_WITH(
        nn::logistic_logits({}, three_examples().X),
        "logistic_logits: no parameters; the bias at least must be there");
}

TEST_CASE("a price below 0, infinite or NaN is refused", "[logistic]") {
    const arma::vec parameters(3);
    for (const double bad : {-0.1, infinity, quiet_nan}) {
        const std::string problem = ": the price on weights is " +
                                    std::to_string(bad) +
                                    "; it must be at least 0 and finite";
        CHECK_THROWS_WITH(nn::logistic_loss(parameters, three_examples(), bad),
                          "logistic_loss" + problem);
        CHECK_THROWS_WITH(nn::logistic_gradient(parameters, three_examples(), bad),
                          "logistic_gradient" + problem);
    }
}

TEST_CASE("no examples, and another number of labels, are refused", "[logistic]") {
    const nn::Dataset none{arma::mat(2, 0), {}};
    nn::Dataset uneven = three_examples();
    uneven.y.resize(2);
    const arma::vec parameters(3);
    CHECK_THROWS_AS(nn::logistic_loss(parameters, none), std::invalid_argument);
    CHECK_THROWS_AS(nn::logistic_gradient(parameters, none), std::invalid_argument);
    CHECK_THROWS_WITH(nn::logistic_loss(parameters, uneven),
                      oracle::mentions("3 ") && oracle::mentions("2 labels"));
    CHECK_THROWS_WITH(
        nn::logistic_gradient(parameters, uneven),
        "logistic_gradient: 3 examples and 2 labels; give one label an example");
}

TEST_CASE("learning refuses labels other than 0 and 1, and inputs not finite",
          "[logistic]") {
    nn::Dataset label = three_examples(), input = three_examples();
    label.y[1] = -1.0;
    input.X(0, 2) = quiet_nan;
    const auto learn = [](const nn::Dataset& data) {
        arma::vec parameters(data.X.n_rows + 1);
        nn::GradientDescent<double> descent(0.1);
        nn::Rng rng(1);
        nn::train_in_batches(
            parameters, data,
            [](const arma::vec& at, const nn::Dataset& batch) {
                return nn::logistic_gradient(at, batch);
            },
            descent, {}, rng);
    };
    CHECK_THROWS_WITH(learn(label), oracle::mentions("label 1 is -1"));
    CHECK_THROWS_WITH(learn(input), oracle::mentions("input 0 of example 2"));
}
