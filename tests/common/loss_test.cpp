/// The losses at their ends: what must never be infinite or NaN, and what must be.
#include "nn/loss.hpp"

#include <cmath>
#include <limits>

#include "nn/rng.hpp"
#include "support/oracle.hpp"

using oracle::Real;

namespace {

template <class T>
constexpr T infinity = std::numeric_limits<T>::infinity();

template <class T>
constexpr T quiet_nan = std::numeric_limits<T>::quiet_NaN();

}  // namespace

TEST_CASE("by hand: two coins", "[loss]") {
    CHECK_THAT(nn::log_loss(0.5, 1.0), oracle::within_ulp(log(Real(2)), 1));
    CHECK_THAT(nn::log_loss(0.25, 1.0), oracle::within_ulp(log(Real(4)), 1));
    CHECK_THAT(nn::log_loss(0.75, 0.0), oracle::within_ulp(log(Real(4)), 1));
    CHECK_THAT(nn::log_loss_from_logit(0.0, 1.0),
               oracle::within_ulp(log(Real(2)), 1));
}

TEMPLATE_TEST_CASE("a sure answer costs nothing or everything", "[loss]", float,
                   double) {
    const TestType zero(0), one(1);
    CHECK(nn::log_loss(one, one) == 0);
    CHECK(nn::log_loss(zero, zero) == 0);
    CHECK(nn::log_loss(zero, one) == infinity<TestType>);
    CHECK(nn::log_loss(one, zero) == infinity<TestType>);
    CHECK(std::isnan(nn::log_loss(quiet_nan<TestType>, one)));
    CHECK(std::isnan(nn::log_loss(quiet_nan<TestType>, zero)));
}

TEMPLATE_TEST_CASE("from the logit the loss is never infinite or NaN", "[loss]",
                   float, double) {
    const TestType largest = std::numeric_limits<TestType>::max();
    for (const TestType y : {TestType(0), TestType(0.3), TestType(1)}) {
        for (int i = -7450; i <= 8000; ++i) {
            const TestType z = TestType(0.1) * TestType(i);
            const TestType loss = nn::log_loss_from_logit(z, y);
            CHECK(std::isfinite(loss));
            CHECK(loss >= 0);
        }
        CHECK(std::isfinite(nn::log_loss_from_logit(largest, y)));
        CHECK(std::isfinite(nn::log_loss_from_logit(-largest, y)));
        CHECK(std::isnan(nn::log_loss_from_logit(quiet_nan<TestType>, y)));
    }
    CHECK(nn::log_loss_from_logit(TestType(800), TestType(0)) == 800);
    CHECK(nn::log_loss_from_logit(TestType(-745), TestType(1)) == 745);
    CHECK(nn::log_loss_from_logit(-largest, TestType(1)) == largest);
}

TEST_CASE("in float the loss from the logit keeps its 2 ulp", "[loss]") {
    nn::Rng rng(72);
    oracle::Worst worst;
    for (int i = 0; i < 20000; ++i) {
        const float z = static_cast<float>(rng.uniform(-103.0, 103.0));
        const Real soft = Real(z > 0.0f ? z : 0.0f) + log1p(exp(-abs(Real(z))));
        worst.see(oracle::ulp_error(nn::log_loss_from_logit(z, 0.0f), soft));
        worst.see(oracle::ulp_error(nn::log_loss_from_logit(-z, 1.0f), soft));
    }
    CHECK(worst.worst() <= 2.0);
}

TEST_CASE("between 0 and 1 the loss from the logit keeps its 4 ulp", "[loss]") {
    nn::Rng rng(73);
    oracle::Worst worst;
    for (int i = 0; i < 20000; ++i) {
        const double z = i % 2 == 0 ? rng.uniform(-745.0, 800.0) : rng.normal();
        const double y = rng.uniform();
        const Real low = log1p(exp(-abs(Real(z))));
        const Real high = low + abs(Real(z));
        const Real exact = z > 0.0 ? Real(y * low + (1 - Real(y)) * high)
                                   : Real(y * high + (1 - Real(y)) * low);
        worst.see(oracle::ulp_error(nn::log_loss_from_logit(z, y), exact));
    }
    CHECK(worst.worst() <= 4.0);
}

TEST_CASE("both ways to the loss agree where p has digits", "[loss]") {
    for (const double z : {-5.0, -1.0, 0.0, 0.4, 3.0})
        for (const double y : {0.0, 1.0}) {
            const double by_p = nn::log_loss(nn::sigmoid(z), y);
            CHECK(std::abs(by_p - nn::log_loss_from_logit(z, y)) <= 1e-13);
        }
}

TEST_CASE("the slopes are those of the losses in the logit", "[loss]") {
    for (const double z : {-6.0, -1.0, 0.0, 0.3, 4.0})
        for (const double y : {0.0, 1.0}) {
            const double p = nn::sigmoid(z);
            const Real by_log = oracle::derivative(
                [&](const Real& at) {
                    return nn::log_loss_from_logit(at, Real(y));
                },
                Real(z));
            const Real by_square = oracle::derivative(
                [&](const Real& at) { return pow(nn::sigmoid(at) - y, 2); },
                Real(z));
            CHECK(oracle::relative_error(nn::log_loss_grad(p, y), by_log) < 1e-13);
            CHECK(oracle::relative_error(nn::squared_error_grad(p, y), by_square) <
                  1e-13);
        }
}

TEST_CASE("where the answer is sure and wrong only the log loss has a slope",
          "[loss]") {
    const double p = nn::sigmoid(-800.0);
    CHECK(nn::log_loss_grad(p, 1.0) == -1.0);
    CHECK(nn::squared_error_grad(p, 1.0) == 0.0);
}
