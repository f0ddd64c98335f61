/// The ends of the sigmoid, softplus and the logit, and their float versions.
#include "nn/sigmoid.hpp"

#include <cmath>
#include <limits>
#include <vector>

#include "nn/rng.hpp"
#include "support/oracle.hpp"

using oracle::Real;

namespace {

template <class T>
constexpr T infinity = std::numeric_limits<T>::infinity();

template <class T>
constexpr T quiet_nan = std::numeric_limits<T>::quiet_NaN();

/// Logits of every size that a float tells apart from 0 and 1, and those where e^z
/// is just above a power of two: p lies just below it, where an ulp is half as
/// wide.
std::vector<float> float_logits() {
    nn::Rng rng(71);
    std::vector<float> all{0.0f, -0.0f, 16.6f, -16.6f, 88.7f, -87.3f, -103.9f};
    for (int i = 0; i < 20000; ++i) {
        all.push_back(static_cast<float>(rng.uniform(-103.9, 100.0)));
        all.push_back(static_cast<float>(rng.uniform(-20.0, 20.0)));
        const int k = static_cast<int>(rng.integer(2, 13));
        const double above = std::ldexp(rng.uniform(0.0, 4.0), -k);
        all.push_back(static_cast<float>(std::log1p(above) - k * std::log(2.0)));
    }
    return all;
}

}  // namespace

TEMPLATE_TEST_CASE("the sigmoid at its ends", "[sigmoid-ends]", float, double) {
    const TestType largest = std::numeric_limits<TestType>::max();
    CHECK(nn::sigmoid(TestType(0)) == TestType(0.5));
    CHECK(nn::sigmoid(infinity<TestType>) == 1);
    CHECK(nn::sigmoid(-infinity<TestType>) == 0);
    CHECK(nn::sigmoid(largest) == 1);
    CHECK(nn::sigmoid(-largest) == 0);
    CHECK(std::isnan(nn::sigmoid(quiet_nan<TestType>)));
}

TEMPLATE_TEST_CASE("softplus at its ends", "[softplus-ends]", float, double) {
    const TestType largest = std::numeric_limits<TestType>::max();
    CHECK(nn::softplus(infinity<TestType>) == infinity<TestType>);
    CHECK(nn::softplus(-infinity<TestType>) == 0);
    CHECK(nn::softplus(largest) == largest);
    CHECK(nn::softplus(-largest) == 0);
    CHECK(std::isnan(nn::softplus(quiet_nan<TestType>)));
}

TEMPLATE_TEST_CASE("the logit outside of the probabilities", "[logit-ends]", float,
                   double) {
    CHECK(nn::logit(TestType(1)) == infinity<TestType>);
    CHECK(nn::logit(TestType(0)) == -infinity<TestType>);
    CHECK(nn::logit(TestType(0.5)) == 0);
    for (const TestType p : {TestType(-0.1), TestType(1.1), infinity<TestType>,
                             -infinity<TestType>, quiet_nan<TestType>})
        CHECK(std::isnan(nn::logit(p)));
}

TEST_CASE("subnormal below -708.4, and 0 below -745.14", "[sigmoid-ends]") {
    constexpr double smallest = std::numeric_limits<double>::min();
    for (double (*f)(double) : {&nn::sigmoid<double>, &nn::softplus<double>}) {
        CHECK(f(-708.39) >= smallest);
        CHECK(f(-708.4) < smallest);
        CHECK(f(-708.4) > 0.0);
        CHECK(f(-745.13) == std::numeric_limits<double>::denorm_min());
        CHECK(f(-745.14) == 0.0);
    }
}

TEST_CASE("the sigmoid rises, and its two sides make 1", "[sigmoid-ends]") {
    double last = 0.0;
    for (int i = -7450; i <= 8000; ++i) {
        const double z = 0.1 * i, p = nn::sigmoid(z);
        CHECK(p >= last);
        CHECK(std::abs(p + nn::sigmoid(-z) - 1.0) <= 0x1p-52);
        last = p;
    }
}

TEST_CASE("in float the sigmoid and softplus keep their 2 ulp", "[sigmoid-ends]") {
    oracle::Worst sigmoid, softplus;
    for (const float z : float_logits()) {
        const Real e = exp(-abs(Real(z)));
        const Real p = z >= 0.0f ? Real(1 / (1 + e)) : Real(e / (1 + e));
        const Real soft = Real(z > 0.0f ? z : 0.0f) + log1p(e);
        sigmoid.see(oracle::ulp_error(nn::sigmoid(z), p));
        softplus.see(oracle::ulp_error(nn::softplus(z), soft));
    }
    CHECK(sigmoid.worst() <= 2.0);
    CHECK(softplus.worst() <= 2.0);
}

TEST_CASE("in 50 digits the code is the formula", "[sigmoid-ends]") {
    for (const double z : {-745.0, -37.0, -0.3, 0.0, 1e-9, 2.0, 40.0, 800.0}) {
        const Real exact = 1 / (1 + exp(-Real(z)));
        CHECK(abs(nn::sigmoid(Real(z)) - exact) <= Real("1e-48") * exact);
        const Real soft = log1p(exp(Real(z)));
        CHECK(abs(nn::softplus(Real(z)) - soft) <= Real("1e-48") * soft);
        if (std::abs(z) > 50.0) continue;  // beside 1 no digits of 1 − p are left
        CHECK(abs(nn::logit(exact) - z) <= Real("1e-30"));
    }
}

TEST_CASE("the slope takes the output, and is largest in the middle",
          "[sigmoid-ends]") {
    CHECK(nn::sigmoid_grad_from_output(0.5) == 0.25);
    CHECK(nn::sigmoid_grad_from_output(0.0) == 0.0);
    CHECK(nn::sigmoid_grad_from_output(1.0) == 0.0);
    for (const double z : {-3.0, -0.5, 0.7, 2.0}) {
        const Real exact = oracle::derivative(
            [](const Real& at) { return nn::sigmoid(at); }, Real(z));
        const double slope = nn::sigmoid_grad_from_output(nn::sigmoid(z));
        CHECK(oracle::relative_error(slope, exact) < 1e-14);
    }
}
