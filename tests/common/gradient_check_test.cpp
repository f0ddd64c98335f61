/// Differences, and the judge of gradients: what it finds, and what it refuses.
#include "nn/gradient_check.hpp"

#include <cmath>
#include <limits>
#include <vector>

#include "nn/difference.hpp"
#include "support/catch.hpp"

using nn::Real50;

namespace {

/// x0² + 3 x1 + e^x2: its slopes are 2 x0, 3 and e^x2.
Real50 some_loss(std::span<const Real50> x) {
    return x[0] * x[0] + 3 * x[1] + exp(x[2]);
}

const std::vector<double> place{2.0, -1.0, 0.5};

std::vector<double> right_gradient() {
    return {4.0, 3.0, std::exp(0.5)};
}

nn::GradientCheck check(const std::vector<double>& gradient) {
    return nn::check_gradient(some_loss, place, gradient);
}

bool near(double a, double b, double tolerance = 1e-12) {
    return std::abs(a - b) <= tolerance * std::abs(b);
}

}  // namespace

TEST_CASE("differences of a line and of a parabola are exact", "[difference]") {
    const auto line = [](double x) { return 3.0 * x - 1.0; };
    const auto parabola = [](double x) { return x * x; };
    CHECK(nn::forward_difference(line, 2.0, 0.25) == 3.0);
    CHECK(nn::forward_difference(line, 2.0, -0.25) == 3.0);
    CHECK(nn::central_difference(parabola, 2.0, 0.25) == 4.0);
    CHECK(nn::forward_difference(parabola, 2.0, 0.25) == 4.25);  // h f''/2 more
    CHECK(nn::central_difference([](float x) { return x * x; }, 2.0f, 0.25f) ==
          4.0f);
}

TEST_CASE("a right gradient passes", "[gradient-check]") {
    const nn::GradientCheck result = check(right_gradient());
    CHECK(result.worst < 1e-15);
    CHECK(near(result.given, result.exact));
}

TEST_CASE("a wrong sign is found, and where it is", "[gradient-check]") {
    for (std::size_t i = 0; i < 3; ++i) {
        std::vector<double> wrong = right_gradient();
        wrong[i] = -wrong[i];
        const nn::GradientCheck result = check(wrong);
        CHECK(near(result.worst, 2.0));
        CHECK(result.parameter == i);
        CHECK(result.given == wrong[i]);
        CHECK(near(result.exact, -wrong[i]));
    }
}

TEST_CASE("a slope that is wrong by one part in 1e8 is found", "[gradient-check]") {
    for (std::size_t i = 0; i < 3; ++i) {
        std::vector<double> wrong = right_gradient();
        wrong[i] *= 1.0 + 1e-8;
        CHECK(near(check(wrong).worst, 1e-8, 1e-6));
        CHECK(check(wrong).parameter == i);
    }
}

TEST_CASE("of several mistakes the worst is told", "[gradient-check]") {
    std::vector<double> wrong = right_gradient();
    wrong[0] *= 1.001, wrong[1] *= 1.1, wrong[2] *= 1.01;
    CHECK(check(wrong).parameter == 1);
    CHECK(near(check(wrong).worst, 0.1));
}

TEST_CASE("a slope of 0 is measured against the largest", "[gradient-check]") {
    const auto flat = [](std::span<const Real50> x) { return 5 * x[0]; };
    const std::vector<double> at{1.0, 1.0}, right{5.0, 0.0}, wrong{5.0, 1e-9};
    CHECK(nn::check_gradient(flat, at, right).worst < 1e-30);
    CHECK(near(nn::check_gradient(flat, at, wrong).worst, 0.02));
    CHECK(nn::check_gradient(flat, at, wrong).parameter == 1);
    const auto constant = [](std::span<const Real50>) { return Real50(7); };
    CHECK(nn::check_gradient(constant, at, std::vector<double>{0.0, 0.0}).worst ==
          0.0);
    CHECK(nn::check_gradient(constant, at, std::vector<double>{0.0, -3.0}).worst ==
          3.0);
}

TEST_CASE("the step follows the size of the parameter", "[gradient-check]") {
    const auto square = [](std::span<const Real50> x) { return x[0] * x[0]; };
    for (const double x : {1e-9, 1.0, 1e12, -1e30}) {
        const std::vector<double> at{x}, slope{2.0 * x};
        CHECK(nn::check_gradient(square, at, slope).worst < 1e-15);
    }
}

TEST_CASE("at a kink the difference is the mean of both sides",
          "[gradient-check]") {
    const auto kink = [](std::span<const Real50> x) { return Real50(abs(x[0])); };
    const std::vector<double> at{0.0}, one{1.0}, none{0.0};
    CHECK(nn::check_gradient(kink, at, none).worst == 0.0);
    CHECK(nn::check_gradient(kink, at, one).worst == 1.0);
    CHECK(nn::check_gradient(kink, std::vector<double>{1e-3}, one).worst < 1e-30);
    CHECK(nn::check_gradient(kink, std::vector<double>{-1e-3},
                             std::vector<double>{-1.0})
              .worst < 1e-30);
}

TEST_CASE("gradients that cannot be judged are refused", "[gradient-check]") {
    constexpr double quiet_nan = std::numeric_limits<double>::quiet_NaN();
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const std::vector<double> none;
    CHECK_THROWS_WITH(
        check({1.0, 2.0}),
        "check_gradient: 3 parameters and a gradient of 2; the lengths must agree");
    CHECK_THROWS_WITH(nn::check_gradient(some_loss, none, none),
                      oracle::mentions("0 parameters and a gradient of 0"));
    for (const double bad : {quiet_nan, infinity, -infinity})
        CHECK_THROWS_WITH(
            check({4.0, bad, 1.0}),
            "check_gradient: the slope along parameter 1 is not finite");
    CHECK_THROWS_WITH(
        nn::check_gradient([](std::span<const Real50> x) { return log(x[0]); },
                           std::vector<double>{-1.0}, std::vector<double>{-1.0}),
        "check_gradient: the slope along parameter 0 is not finite");
}
