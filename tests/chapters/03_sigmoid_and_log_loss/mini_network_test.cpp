/// The mini network: its shapes, its two forms, and its slopes.
#include "mini_network.hpp"

#include <cmath>
#include <vector>

#include "nn/gradient_check.hpp"
#include "support/oracle.hpp"
#include "training.hpp"

using oracle::Real;

namespace {

nn::Dataset random_examples(arma::uword inputs, arma::uword n, nn::Rng& rng) {
    nn::Dataset data{arma::mat(inputs, n), arma::rowvec(n)};
    for (double& x : data.X) x = rng.normal();
    for (double& y : data.y) y = static_cast<double>(rng.interval(1));
    return data;
}

arma::vec random_parameters(const nn::MiniShape& shape, nn::Rng& rng) {
    arma::vec parameters(shape.parameters());
    for (double& value : parameters) value = rng.normal();
    return parameters;
}

const std::vector<nn::MiniShape> shapes{{1, 1}, {2, 2}, {1, 5}, {7, 1}, {4, 3}};

}  // namespace

TEST_CASE("one hidden neuron by hand", "[mini]") {
    const nn::MiniNetwork network{arma::rowvec{2.0, -1.0}, arma::vec{0.5},
                                  arma::rowvec{3.0}, -1.0};
    const nn::Dataset example{arma::vec{1.0, 2.5}, arma::rowvec{1.0}};
    const nn::MiniForward forward = nn::mini_forward(network, example.X);
    CHECK(forward.A(0, 0) == 0.5);  // σ(2 − 2.5 + 0.5)
    CHECK(forward.z[0] == 0.5);     // 3 · 0.5 − 1
    const nn::MiniNetwork slopes = nn::mini_backward(network, example);
    const double dz = 1.0 / (1.0 + std::exp(-0.5)) - 1.0, dZ = dz * 3.0 * 0.25;
    CHECK(std::abs(slopes.b2 - dz) < 1e-15);
    CHECK(std::abs(slopes.W2[0] - 0.5 * dz) < 1e-15);
    CHECK(std::abs(slopes.b1[0] - dZ) < 1e-15);
    CHECK(std::abs(slopes.W1(0, 0) - dZ) < 1e-15);
    CHECK(std::abs(slopes.W1(0, 1) - 2.5 * dZ) < 1e-15);
}

TEST_CASE("packing is W_1 by columns, b_1, W_2, b_2", "[mini]") {
    const nn::MiniNetwork network{
        {{1.0, 3.0}, {2.0, 4.0}}, {5.0, 6.0}, {7.0, 8.0}, 9.0};
    const arma::vec all = nn::packed(network);
    REQUIRE(all.n_elem == 9);
    for (arma::uword i = 0; i < 9; ++i) CHECK(all[i] == double(i + 1));
}

TEST_CASE("unpacking undoes packing", "[mini]") {
    nn::Rng rng(91);
    for (const nn::MiniShape& shape : shapes) {
        const arma::vec parameters = random_parameters(shape, rng);
        const nn::MiniNetwork network = nn::unpacked(parameters, shape);
        CHECK(network.W1.n_rows == shape.hidden);
        CHECK(network.W1.n_cols == shape.inputs);
        CHECK(network.b1.n_elem == shape.hidden);
        CHECK(network.W2.n_elem == shape.hidden);
        CHECK(arma::approx_equal(nn::packed(network), parameters, "absdiff", 0.0));
    }
}

TEST_CASE("the start is normal over the root of the inputs, the biases 0",
          "[mini]") {
    nn::Rng rng(92), same(92);
    const nn::MiniNetwork network =
        nn::unpacked(nn::mini_start({400, 100}, rng), {400, 100});
    CHECK(std::abs(arma::stddev(arma::vectorise(network.W1)) - 0.05) < 0.001);
    CHECK(std::abs(arma::stddev(network.W2) - 0.1) < 0.03);
    CHECK(arma::abs(network.b1).max() == 0.0);
    CHECK(network.b2 == 0.0);
    CHECK(network.W1(0, 0) == same.normal() / 20.0);
    CHECK(network.W1(1, 0) == same.normal() / 20.0);  // by columns
}

TEST_CASE("the loss a number at a time is that of the matrices", "[mini]") {
    nn::Rng rng(93);
    for (const nn::MiniShape& shape : shapes) {
        const nn::Dataset data = random_examples(shape.inputs, 9, rng);
        const arma::vec parameters = random_parameters(shape, rng);
        const arma::rowvec z =
            nn::mini_forward(nn::unpacked(parameters, shape), data.X).z;
        const std::span<const double> all(parameters.memptr(), parameters.n_elem);
        const double loss = nn::mini_loss(all, shape, data);
        CHECK(std::abs(loss - nn::mean_log_loss(z, data.y)) < 1e-14);
    }
}

TEST_CASE("backpropagation gives the slopes of the loss", "[mini]") {
    nn::Rng rng(94);
    for (const nn::MiniShape& shape : shapes)
        for (const arma::uword examples : {1u, 8u}) {
            const nn::Dataset data = random_examples(shape.inputs, examples, rng);
            const arma::vec parameters = random_parameters(shape, rng);
            const arma::vec slopes = nn::packed(
                nn::mini_backward(nn::unpacked(parameters, shape), data));
            const nn::GradientCheck check = nn::check_gradient(
                [&](std::span<const nn::Real50> at) {
                    return nn::mini_loss(at, shape, data);
                },
                {parameters.memptr(), parameters.n_elem},
                {slopes.memptr(), slopes.n_elem});
            INFO("parameter " << check.parameter);
            CHECK(check.worst <= 1e-10);
        }
}

TEST_CASE("hidden neurons that start equal have equal slopes", "[mini]") {
    nn::Rng rng(95);
    const nn::Dataset data = random_examples(3, 12, rng);
    const nn::MiniNetwork twins{
        {{1.0, -2.0, 0.5}, {1.0, -2.0, 0.5}}, {0.1, 0.1}, {0.7, 0.7}, 0.2};
    const nn::MiniNetwork slopes = nn::mini_backward(twins, data);
    CHECK(arma::approx_equal(slopes.W1.row(0), slopes.W1.row(1), "absdiff", 0.0));
    CHECK(slopes.b1[0] == slopes.b1[1]);
    CHECK(slopes.W2[0] == slopes.W2[1]);
}

TEST_CASE("shapes that do not fit are refused", "[mini]") {
    nn::Rng rng(96);
    const nn::MiniShape shape{3, 2};
    const nn::MiniNetwork network = nn::unpacked(arma::vec(11), shape);
    CHECK(shape.parameters() == 11);
    CHECK_THROWS_WITH(nn::unpacked(arma::vec(10), shape),
                      "unpacked: 10 parameters, where 3 inputs and 2 hidden "
                      "neurons need 11");
    for (const nn::MiniShape& empty : {nn::MiniShape{0, 2}, nn::MiniShape{3, 0}})
        CHECK_THROWS_WITH(nn::mini_start(empty, rng),
                          oracle::mentions("mini_start: ") &&
                              oracle::mentions("; give at least 1 of each"));
    const std::string wrong_width =
        "mini_forward: the examples have 4 inputs and the model has weights for "
        "3; the numbers must be equal";
    CHECK_THROWS_WITH(nn::mini_forward(network, arma::mat(4, 5)), wrong_width);
    CHECK_THROWS_WITH(
        nn::mini_backward(network, {arma::mat(4, 5), arma::rowvec(5)}),
        wrong_width);
    CHECK_THROWS_WITH(
        nn::mini_backward(network, {arma::mat(3, 5), arma::rowvec(4)}),
        "mini_backward: 5 examples and 4 labels; give one label an example");
    CHECK_THROWS_WITH(nn::mini_backward(network, {arma::mat(3, 0), {}}),
                      oracle::mentions("0 examples and 0 labels"));
}
