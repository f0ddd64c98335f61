/// The optimizers: what they refuse.
#include <limits>
#include <vector>

#include "nn/optimizer.hpp"
#include "support/catch.hpp"

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double quiet_nan = std::numeric_limits<double>::quiet_NaN();

using Parameters = std::vector<double>;

nn::Adam<double> adam_with(double beta1, double beta2, double epsilon) {
    return nn::Adam<double>({.beta1 = beta1, .beta2 = beta2, .epsilon = epsilon});
}

/// Shows a gradient of three slopes for two parameters, which must not move.
void refuses_other_length(nn::Optimizer<double>& optimizer,
                          const std::string& name) {
    Parameters two{1.0, 2.0};
    CHECK_THROWS_WITH(
        optimizer.step(two, Parameters{1.0, 2.0, 3.0}),
        name + ": 2 parameters and a gradient of 3; the lengths must agree");
    CHECK_THROWS_WITH(optimizer.step(two, Parameters{}),
                      oracle::mentions("2 parameters and a gradient of 0"));
    CHECK(two == Parameters{1.0, 2.0});
}

/// Takes a step with two parameters, then one with three.
void refuses_more_later(nn::Optimizer<double>& optimizer, const std::string& name) {
    Parameters two{1.0, 2.0}, three{1.0, 2.0, 3.0};
    optimizer.step(two, Parameters{0.5, 0.5});
    CHECK_THROWS_WITH(
        optimizer.step(three, Parameters{1.0, 2.0, 3.0}),
        name + ": 2 parameters and a gradient of 3; the lengths must agree");
    CHECK(three == Parameters{1.0, 2.0, 3.0});
}

}  // namespace

TEST_CASE("a learning rate that is not above 0 and finite is refused",
          "[optimizer]") {
    for (const double bad : {0.0, -0.0, -0.1, infinity, -infinity, quiet_nan}) {
        const std::string problem = ": the learning rate is " +
                                    std::to_string(bad) +
                                    "; it must be above 0 and finite";
        CHECK_THROWS_WITH(nn::GradientDescent<double>(bad),
                          "GradientDescent" + problem);
        CHECK_THROWS_WITH(nn::Momentum<double>(bad), "Momentum" + problem);
        CHECK_THROWS_WITH(nn::Adam<double>({.learning_rate = bad}),
                          "Adam" + problem);
    }
    CHECK_THROWS_WITH(nn::require_learning_rate("train", -1.0f),
                      "train: the learning rate is -1.000000; it must be above 0 "
                      "and finite");
    CHECK_NOTHROW(
        nn::GradientDescent<double>(std::numeric_limits<double>::denorm_min()));
}

TEST_CASE("a momentum that is not from 0 to below 1 is refused", "[optimizer]") {
    for (const double bad : {1.0, 1.5, -0.1, infinity, quiet_nan})
        CHECK_THROWS_WITH(nn::Momentum<double>(0.1, bad),
                          "Momentum: the momentum is " + std::to_string(bad) +
                              "; it must be at least 0 and below 1");
    CHECK_NOTHROW(nn::Momentum<double>(0.1, 0.0));
    CHECK_NOTHROW(nn::Momentum<double>(0.1, 1.0 - 0x1p-53));
}

TEST_CASE("betas that are not from 0 to below 1 are refused", "[optimizer]") {
    for (const double bad : {1.0, -0.1, infinity, quiet_nan}) {
        const std::string problem = "Adam: a beta is " + std::to_string(bad) +
                                    "; both must be at least 0 and below 1";
        CHECK_THROWS_WITH(adam_with(bad, 0.999, 1e-8), problem);
        CHECK_THROWS_WITH(adam_with(0.9, bad, 1e-8), problem);
    }
    CHECK_NOTHROW(adam_with(0.0, 0.0, 1e-8));
}

TEST_CASE("an epsilon that is not above 0 is refused", "[optimizer]") {
    for (const double bad : {0.0, -1e-8, quiet_nan})
        CHECK_THROWS_WITH(adam_with(0.9, 0.999, bad),
                          "Adam: epsilon is " + std::to_string(bad) +
                              "; it must be above 0 and finite");
}

TEST_CASE("a gradient of another length is refused", "[optimizer]") {
    nn::GradientDescent<double> descent(0.1);
    nn::Momentum<double> momentum(0.1);
    nn::Adam<double> adam({});
    refuses_other_length(descent, "GradientDescent");
    refuses_other_length(momentum, "Momentum");
    refuses_other_length(adam, "Adam");
    CHECK_THROWS_WITH(
        (nn::require_same_length<double>("train", {}, Parameters{1.0})),
        "train: 0 parameters and a gradient of 1; the lengths must agree");
}

TEST_CASE("what remembers earlier steps stays with its parameters", "[optimizer]") {
    nn::Momentum<double> momentum(0.1);
    nn::Adam<double> adam({});
    refuses_more_later(momentum, "Momentum");
    refuses_more_later(adam, "Adam");
}

TEST_CASE("a state that no Adam can have left is refused", "[optimizer]") {
    nn::Adam<double> adam({});
    CHECK_THROWS_WITH(adam.resume({{1.0}, {1.0, 2.0}}),
                      "Adam: 1 means and 2 means of squares; a state needs as many "
                      "of both");
    for (const double bad : {-0.1, 1.5, quiet_nan}) {
        const std::string problem = "Adam: a fade is " + std::to_string(bad) +
                                    "; a power of beta lies within [0, 1]";
        CHECK_THROWS_WITH(adam.resume({{1.0}, {1.0}, bad, 0.5}), problem);
        CHECK_THROWS_WITH(adam.resume({{1.0}, {1.0}, 0.5, bad}), problem);
    }
    adam.resume({{1.0}, {1.0}, 0.5, 0.5});
    Parameters two{1.0, 2.0};
    CHECK_THROWS_WITH(adam.step(two, Parameters{0.0, 0.0}),
                      "Adam: 1 parameters and a gradient of 2; the lengths must "
                      "agree");
}
