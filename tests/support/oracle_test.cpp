#include "support/oracle.hpp"

#include <cfloat>
#include <fstream>
#include <iterator>
#include <limits>

using oracle::Real;
using oracle::ulp_error;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double tiny = std::numeric_limits<double>::denorm_min();

}  // namespace

TEST_CASE(
    "a neighbour is one ulp away and a correctly rounded value at most half") {
    for (const double x :
         {1.0, -1.5, 3.0, 0.1, 1e300, -1e-300, DBL_MIN, 5 * tiny}) {
        CHECK(ulp_error(x, Real(x)) == 0.0);
        CHECK(ulp_error(std::nextafter(x, infinite), Real(x)) == 1.0);
    }
    CHECK(ulp_error(0.1, Real("0.1")) < 0.5);
    CHECK(ulp_error(0.1, Real("0.1")) > 0.0);
    CHECK(ulp_error(0.1f, Real("0.1")) < 0.5);
    CHECK(ulp_error(std::nextafter(3.0f, 4.0f), Real(3)) == 1.0);
}

TEST_CASE("below a power of two the neighbours stand half as far") {
    CHECK(ulp_error(std::nextafter(1.0, 0.0), Real(1)) == 0.5);
    CHECK(ulp_error(1.0, Real(std::nextafter(1.0, 0.0))) == 1.0);
}

TEST_CASE("zero and the subnormals share one spacing") {
    CHECK(ulp_error(0.0, Real(0)) == 0.0);
    CHECK(ulp_error(-0.0, Real(0)) == 0.0);
    CHECK(ulp_error(tiny, Real(0)) == 1.0);
    CHECK(ulp_error(0.0, Real(tiny)) == 1.0);
    CHECK(ulp_error(7 * tiny, Real(4 * tiny)) == 3.0);
    CHECK(ulp_error(DBL_MIN, Real(DBL_MIN) - Real(tiny)) == 1.0);
    CHECK(ulp_error(0.0f, Real(std::numeric_limits<float>::denorm_min())) == 1.0);
}

TEST_CASE("an infinity is right only where the exact value overflows") {
    CHECK(ulp_error(infinite, Real(DBL_MAX) * 2) == 0.0);
    CHECK(ulp_error(-infinite, Real(DBL_MAX) * 2) == infinite);
    CHECK(ulp_error(infinite, Real(DBL_MAX)) == infinite);
    CHECK(ulp_error(std::numeric_limits<float>::infinity(), Real(1e39)) == 0.0);
}

TEST_CASE("nothing that is not a number passes") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(ulp_error(nan, Real(1)) == infinite);
    CHECK(ulp_error(1.0, Real(nan)) == infinite);
    CHECK(oracle::relative_error(nan, Real(1)) == infinite);
    CHECK_FALSE(oracle::within_ulp(Real(1), 1e300).match(nan));
}

TEST_CASE("the ulp matcher refuses a value that is one too far") {
    const Real third = Real(1) / 3;
    const double up = std::nextafter(1.0 / 3.0, 1.0);
    CHECK_THAT(1.0 / 3.0, oracle::within_ulp(third, 0.5));
    CHECK_FALSE(oracle::within_ulp(third, 0.5).match(up));
    CHECK_FALSE(oracle::within_float_ulp(third, 0.5)
                    .match(std::nextafter(1.0f / 3.0f, 0.0f)));
    CHECK_FALSE(oracle::within_ulp(Real(1), 1.0).match(1.0 + 2 * DBL_EPSILON));
    CHECK(oracle::within_ulp(Real(1), 2.0).match(1.0 + 2 * DBL_EPSILON));
}

TEST_CASE("relative error of ordinary values and of zeros") {
    CHECK(oracle::relative_error(1.25, Real(1)) == 0.25);
    CHECK(oracle::relative_error(-1.0, Real(1)) == 2.0);
    CHECK(oracle::relative_error(0.0, Real(0)) == 0.0);
    CHECK(oracle::relative_error(tiny, Real(0)) == infinite);
}

TEST_CASE("the numeric derivative has thirty right digits") {
    const auto sine = [](const Real& x) { return Real(sin(x)); };
    for (const double x : {0.0, 1.0, -30.0})
        CHECK(abs(oracle::derivative(sine, Real(x)) - cos(Real(x))) <
              Real("1e-30"));
    const auto cube = [](const Real& x) { return Real(x * x * x); };
    CHECK(abs(oracle::derivative(cube, Real(2)) - 12) < Real("1e-29"));
    CHECK(abs(oracle::derivative(cube, Real(2)) - 13) >
          Real("0.9"));  // a wrong one is seen
}

TEST_CASE("a recorded error is what the book reads") {
    oracle::record("oracle-self-test", 0.5, "ulp", 2);
    const std::filesystem::path path = oracle::folder() / "oracle-self-test.csv";
    std::ifstream in(path);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    CHECK(text == "id,error,unit,tolerance\noracle-self-test,0.5,ulp,2\n");
    std::filesystem::remove(path);
}

TEST_CASE("a record that means nothing is refused") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK_THROWS_AS(oracle::record("", 0, "ulp", 1), std::invalid_argument);
    CHECK_THROWS_AS(oracle::record("../up", 0, "ulp", 1), std::invalid_argument);
    CHECK_THROWS_AS(oracle::record("x", nan, "ulp", 1), std::invalid_argument);
    CHECK_THROWS_AS(oracle::record("x", -1, "ulp", 1), std::invalid_argument);
    CHECK_THROWS_AS(oracle::record("x", 0, "ulp", nan), std::invalid_argument);
}

TEST_CASE("the worst error is kept, and NaN is worse than any") {
    oracle::Worst worst;
    worst.see(0.5);
    worst.see(0.25);
    CHECK(worst.worst() == 0.5);
    worst.see(std::numeric_limits<double>::quiet_NaN());
    worst.see(1.0);
    CHECK(std::isinf(worst.worst()));
}
