/// Learning in batches: what each step sees, and what is refused.
#include "training.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "support/catch.hpp"

namespace {

/// Examples whose input is their own number, so that a batch tells what it holds.
nn::Dataset numbered(arma::uword n) {
    nn::Dataset data{arma::mat(1, n), arma::rowvec(n)};
    for (arma::uword i = 0; i < n; ++i) {
        data.X(0, i) = static_cast<double>(i);
        data.y[i] = static_cast<double>(i % 2);
    }
    return data;
}

/// What the steps of a training saw: a list of example numbers each.
using Batches = std::vector<std::vector<double>>;

Batches batches_of(arma::uword n, const nn::TrainingPlan& plan, nn::Rng& rng) {
    Batches all;
    arma::vec parameters(1);
    nn::GradientDescent<double> descent(0.1);
    nn::train_in_batches(
        parameters, numbered(n),
        [&](const arma::vec&, const nn::Dataset& batch) {
            for (arma::uword i = 0; i < batch.X.n_cols; ++i)
                CHECK(batch.y[i] == std::fmod(batch.X(0, i), 2.0));
            all.push_back(arma::conv_to<std::vector<double>>::from(batch.X.row(0)));
            return arma::vec(1);
        },
        descent, plan, rng);
    return all;
}

std::vector<std::size_t> sizes_of(const Batches& batches) {
    std::vector<std::size_t> sizes;
    for (const auto& batch : batches) sizes.push_back(batch.size());
    return sizes;
}

/// A step for each example: its slope is its input less the parameter.
arma::vec pull(const arma::vec& parameters, const nn::Dataset& batch) {
    return {parameters[0] - arma::mean(batch.X.row(0))};
}

arma::vec trained(std::uint32_t seed) {
    arma::vec parameters(1);
    nn::Adam<double> adam({.learning_rate = 0.1});
    nn::Rng rng(seed);
    nn::train_in_batches(parameters, numbered(37), pull, adam, {5, 4}, rng);
    return parameters;
}

}  // namespace

TEST_CASE("an epoch shows each example once, the last batch may be short",
          "[training]") {
    nn::Rng rng(1);
    const Batches batches = batches_of(10, {3, 4}, rng);
    REQUIRE(sizes_of(batches) ==
            std::vector<std::size_t>{4, 4, 2, 4, 4, 2, 4, 4, 2});
    for (std::size_t epoch = 0; epoch < 3; ++epoch) {
        std::vector<double> seen;
        for (std::size_t i = 0; i < 3; ++i)
            for (const double example : batches[3 * epoch + i])
                seen.push_back(example);
        std::sort(seen.begin(), seen.end());
        for (std::size_t i = 0; i < 10; ++i) CHECK(seen[i] == double(i));
    }
    CHECK(batches[0] != batches[3]);  // another order in the next epoch
}

TEST_CASE("batches that fit leave no rest", "[training]") {
    nn::Rng rng(2);
    CHECK(sizes_of(batches_of(8, {1, 4}, rng)) == std::vector<std::size_t>{4, 4});
    CHECK(sizes_of(batches_of(3, {2, 1}, rng)) == std::vector<std::size_t>(6, 1));
    CHECK(sizes_of(batches_of(5, {1, 4}, rng)) == std::vector<std::size_t>{4, 1});
}

TEST_CASE("the order of an epoch is the generator's permutation", "[training]") {
    nn::Rng rng(3), same(3);
    const Batches batches = batches_of(6, {1, 2}, rng);
    REQUIRE(sizes_of(batches) == std::vector<std::size_t>{2, 2, 2});
    const std::vector<std::size_t> order = same.permutation(6);
    for (std::size_t i = 0; i < 6; ++i)
        CHECK(batches[i / 2][i % 2] == double(order[i]));
    CHECK(rng.bits32() == same.bits32());  // and no more was drawn
}

TEST_CASE("where one batch holds all examples nothing is drawn", "[training]") {
    for (const arma::uword size : {5u, 6u, 1000u}) {
        nn::Rng rng(4), untouched(4);
        CHECK(batches_of(5, {2, size}, rng) == Batches(2, {0, 1, 2, 3, 4}));
        CHECK(rng.bits32() == untouched.bits32());
    }
}

TEST_CASE("the caller sees the parameters after each epoch", "[training]") {
    arma::vec parameters(1);
    nn::GradientDescent<double> descent(0.5);
    nn::Rng rng(5);
    std::vector<double> seen;
    nn::train_in_batches(parameters, numbered(3), pull, descent, {3, 3}, rng,
                         [&](const arma::vec& now) { seen.push_back(now[0]); });
    CHECK(seen == std::vector<double>{0.5, 0.75, 0.875});  // halves the way to 1
    nn::train_in_batches(parameters, numbered(3), pull, descent, {0, 3}, rng);
    CHECK(parameters[0] == 0.875);  // no epoch, no step
}

TEST_CASE("same seed, same bytes, another seed, others", "[training]") {
    CHECK(trained(7)[0] == trained(7)[0]);
    CHECK(trained(7)[0] != trained(8)[0]);
}

TEST_CASE("training refuses what cannot be learnt from", "[training]") {
    arma::vec parameters(1);
    nn::GradientDescent<double> descent(0.1);
    nn::Rng rng(6);
    const auto train = [&](const nn::Dataset& data, arma::uword batch_size) {
        nn::train_in_batches(parameters, data, pull, descent, {1, batch_size}, rng);
    };
    CHECK_THROWS_WITH(train(numbered(4), 0),
                      "train_in_batches: batches of 0 examples; give at least 1");
    CHECK_THROWS_WITH(train({}, 4),
                      "train_in_batches: no examples; give at least 1");
    nn::Dataset data = numbered(4);
    data.y[2] = 0.5;
    CHECK_THROWS_WITH(
        train(data, 4),
        "train_in_batches: label 2 is 0.500000; a label must be 0 or 1");
    data = numbered(4);
    data.X(0, 3) = std::numeric_limits<double>::quiet_NaN();
    CHECK_THROWS_WITH(train(data, 2),
                      oracle::mentions("input 0 of example 3 is ") &&
                          oracle::mentions("; inputs must be finite"));
    data = numbered(4);
    data.y.resize(3);
    CHECK_THROWS_WITH(train(data, 4), oracle::mentions("4 examples and 3 labels"));
    CHECK(parameters[0] == 0.0);
}

TEST_CASE("a gradient of another length is refused", "[training]") {
    arma::vec parameters(2);
    nn::GradientDescent<double> descent(0.1);
    nn::Rng rng(6);
    CHECK_THROWS_WITH(
        nn::train_in_batches(parameters, numbered(4), pull, descent, {1, 4}, rng),
        oracle::mentions("2 parameters and a gradient of 1"));
}

TEST_CASE("accuracy and mean loss by hand", "[training]") {
    const arma::rowvec z{2.0, -1.0, 0.0, -3.0}, y{1.0, 1.0, 1.0, 0.0};
    CHECK(nn::accuracy(z, y) == 0.75);  // 0 is on the side of 1
    CHECK(nn::accuracy({-0.0}, {1.0}) == 1.0);
    CHECK(nn::accuracy({-5e-324}, {1.0}) == 0.0);
    CHECK(nn::mean_log_loss({0.0, 0.0}, {0.0, 1.0}) == std::log(2.0));
    CHECK(nn::mean_log_loss({800.0, -800.0}, {0.0, 1.0}) == 800.0);
}

TEST_CASE("accuracy and mean loss refuse other lengths and none", "[training]") {
    const arma::rowvec none, one{1.0}, two{1.0, 0.0};
    CHECK_THROWS_WITH(
        nn::accuracy(two, one),
        "accuracy: 2 logits and 1 labels; give one label a logit, and at least 1");
    CHECK_THROWS_WITH(nn::accuracy(none, none),
                      oracle::mentions("0 logits and 0 labels"));
    CHECK_THROWS_WITH(nn::mean_log_loss(one, two),
                      "mean_log_loss: 1 logits and 2 labels; give one label a "
                      "logit, and at least 1");
    CHECK_THROWS_WITH(nn::mean_log_loss(none, none),
                      oracle::mentions("0 logits and 0 labels"));
}

TEST_CASE("of all epochs the best on the validation examples is kept",
          "[training]") {
    const nn::Dataset train{arma::mat(1, 1), arma::rowvec{1.0}};
    const nn::Dataset validation{arma::mat(1, 1), arma::rowvec{0.0}};
    std::vector<double> losses{3.0, 1.0, 2.0}, kept;
    std::size_t epoch = 0;
    nn::TrainableModel model{
        [&](const arma::vec& now, const nn::Dataset& data) {
            CHECK(data.y[0] == 0.0);  // asked about the validation examples only
            kept.push_back(now[0]);
            return losses[epoch];
        },
        [](const arma::vec&, const nn::Dataset&) { return arma::vec{-1.0}; }};
    nn::GradientDescent<double> descent(1.0);
    nn::Rng rng(1);
    const arma::vec best = nn::train_to_best(
        {0.0}, train, validation, model, descent, {3, 1}, rng, [&] { ++epoch; });
    CHECK(epoch == 3);
    CHECK(kept == std::vector<double>{1.0, 2.0, 3.0});
    CHECK(best[0] == 2.0);
}
