/// The optimizers: how they walk.
#include "nn/optimizer.hpp"

#include <cmath>
#include <memory>
#include <vector>

#include "nn/rng.hpp"
#include "support/catch.hpp"

namespace {

using Parameters = std::vector<double>;

/// One step from the given place.
Parameters after_step(nn::Optimizer<double>& optimizer, Parameters at,
                      const Parameters& slopes) {
    optimizer.step(at, slopes);
    return at;
}

/// Where 500 steps end on the bowl x² + 10 y², from (3, -2).
Parameters end_in_bowl(nn::Optimizer<double>& optimizer) {
    Parameters at{3.0, -2.0};
    for (int step = 0; step < 500; ++step)
        optimizer.step(at, Parameters{2.0 * at[0], 20.0 * at[1]});
    return at;
}

bool near(double a, double b, double tolerance) {
    return std::abs(a - b) <= tolerance;
}

}  // namespace

TEST_CASE("gradient descent steps against the slope", "[optimizer]") {
    nn::GradientDescent<double> descent(0.5);
    CHECK(after_step(descent, {1.0, 2.0}, {4.0, -1.0}) == Parameters{-1.0, 2.5});
    CHECK(after_step(descent, {1.0, 2.0}, {4.0, -1.0}) == Parameters{-1.0, 2.5});
}

TEST_CASE("momentum remembers the slopes before", "[optimizer]") {
    nn::Momentum<double> momentum(0.5, 0.75);
    CHECK(after_step(momentum, {0.0}, {2.0}) == Parameters{-1.0});
    CHECK(after_step(momentum, {0.0}, {2.0}) == Parameters{-1.75});  // 2 + 1.5
    CHECK(after_step(momentum, {0.0}, {0.0}) ==
          Parameters{-1.3125});  // it rolls on: 3.5 · 0.75
}

TEST_CASE("with no momentum it is gradient descent", "[optimizer]") {
    nn::Momentum<double> momentum(0.04, 0.0);
    nn::GradientDescent<double> descent(0.04);
    CHECK(end_in_bowl(momentum) == end_in_bowl(descent));
}

TEST_CASE("a steady slope moves momentum ten times as fast", "[optimizer]") {
    nn::Momentum<double> momentum(0.01);  // 1 / (1 − 0.9)
    Parameters at{0.0};
    for (int step = 0; step < 300; ++step) momentum.step(at, Parameters{1.0});
    const double before = at[0];
    momentum.step(at, Parameters{1.0});
    CHECK(near(before - at[0], 0.1, 1e-12));
}

TEST_CASE("Adam's first step has the size of the learning rate", "[optimizer]") {
    for (const double slope : {1e-3, 1.0, -7.0, 1e6}) {
        nn::Adam<double> adam({.learning_rate = 0.25});
        const Parameters at = after_step(adam, {0.0}, {slope});
        CHECK(near(at[0], slope > 0.0 ? -0.25 : 0.25, 1e-5));
    }
}

TEST_CASE("Adam's steps keep that size while the slope is steady", "[optimizer]") {
    nn::Adam<double> adam({.learning_rate = 0.01});
    Parameters at{0.0, 0.0};
    for (int step = 1; step <= 100; ++step) {
        adam.step(at, Parameters{3.0, -0.001});
        CHECK(near(at[0], -0.01 * step, 1e-8));
        CHECK(near(at[1], 0.01 * step, 1e-4));
    }
}

TEST_CASE("Adam's epsilon stands beside the root, not in it", "[optimizer]") {
    nn::Adam<double> adam({.learning_rate = 1.0, .epsilon = 1.0});
    CHECK(near(after_step(adam, {0.0}, {3.0})[0], -0.75, 1e-12));  // 3 / (3 + 1)
}

TEST_CASE("without a slope nobody moves", "[optimizer]") {
    nn::GradientDescent<double> descent(1.0);
    nn::Momentum<double> momentum(1.0);
    nn::Adam<double> adam({.learning_rate = 1.0});
    for (nn::Optimizer<double>* optimizer :
         std::initializer_list<nn::Optimizer<double>*>{&descent, &momentum, &adam})
        CHECK(after_step(*optimizer, {5.0, -6.0}, {0.0, 0.0}) ==
              Parameters{5.0, -6.0});
}

TEST_CASE("all come to rest at the bottom of a bowl", "[optimizer]") {
    nn::GradientDescent<double> descent(0.05);
    nn::Momentum<double> momentum(0.02);
    nn::Adam<double> adam({.learning_rate = 0.1});
    for (nn::Optimizer<double>* optimizer :
         std::initializer_list<nn::Optimizer<double>*>{&descent, &momentum, &adam})
        for (const double rest : end_in_bowl(*optimizer))
            CHECK(std::abs(rest) < 1e-4);
}

TEST_CASE("the optimizers also walk in float", "[optimizer]") {
    std::vector<float> at{1.0f};
    const std::vector<float> slope{1.0f};
    nn::GradientDescent<float>(0.25f).step(at, slope);
    nn::Momentum<float>(0.25f).step(at, slope);
    CHECK(at[0] == 0.5f);
    nn::Adam<float> adam({.learning_rate = 0.25f});
    adam.step(at, slope);
    CHECK(near(at[0], 0.25, 1e-6));
    CHECK(nn::AdamSettings<float>().epsilon == 1e-8f);
}

TEST_CASE("a copy walks on from the same memory", "[optimizer]") {
    nn::Adam<double> adam({.learning_rate = 0.1});
    after_step(adam, {0.0}, {1.0});
    nn::Adam<double> copy = adam;
    CHECK(after_step(copy, {0.0}, {-2.0}) == after_step(adam, {0.0}, {-2.0}));
}

TEMPLATE_TEST_CASE("Adam walks on from a state that was kept", "[optimizer]", float,
                   double) {
    nn::Rng rng(12);
    const nn::AdamSettings<TestType> settings{.learning_rate = TestType(0.1)};
    nn::Adam<TestType> through(settings);
    std::vector<TestType> at(10), slopes(10), there;
    nn::Adam<TestType> resumed(settings);
    for (int step = 0; step < 100; ++step) {
        if (step == 50) resumed.resume(through.state()), there = at;
        for (TestType& slope : slopes) slope = static_cast<TestType>(rng.normal());
        through.step(at, slopes);
        if (step >= 50) resumed.step(there, slopes);
    }
    CHECK(there == at);
    CHECK(resumed.state().mean == through.state().mean);
    CHECK(resumed.state().fade2 == through.state().fade2);
}

TEST_CASE("an Adam that has not walked yet is resumed as a new one",
          "[optimizer]") {
    nn::Adam<double> adam({.learning_rate = 0.25});
    after_step(adam, {0.0, 0.0}, {1.0, 1.0});
    adam.resume(nn::Adam<double>({}).state());
    nn::Adam<double> fresh({.learning_rate = 0.25});
    CHECK(after_step(adam, {0.0}, {-3.0}) == after_step(fresh, {0.0}, {-3.0}));
}
