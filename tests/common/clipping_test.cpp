#include "nn/clipping.hpp"

#include <limits>
#include <vector>

#include "support/catch.hpp"

TEST_CASE("only what is too long is shortened", "[clipping]") {
    std::vector<double> gradient{3.0, -4.0};
    CHECK(nn::clip_by_norm<double>(gradient, 5.0) == 5.0);
    CHECK(gradient == std::vector<double>{3.0, -4.0});
    CHECK(nn::clip_by_norm<double>(gradient, 2.5) == 5.0);
    CHECK(gradient == std::vector<double>{1.5, -2.0});
    CHECK(nn::clip_by_norm<double>(gradient,
                                   std::numeric_limits<double>::infinity()) == 2.5);
    std::vector<float> none;
    CHECK(nn::clip_by_norm<float>(none, 1.0) == 0.0);
}

TEST_CASE("a gradient that is no number stays for the caller to see",
          "[clipping]") {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    std::vector<double> gradient{1.0, infinity};
    CHECK(nn::clip_by_norm<double>(gradient, 1.0) == infinity);
    CHECK(gradient[0] == 1.0);
    gradient[1] = std::numeric_limits<double>::quiet_NaN();
    CHECK(std::isnan(nn::clip_by_norm<double>(gradient, 1.0)));
    CHECK(gradient[0] == 1.0);
}

TEST_CASE("floats are added up in double", "[clipping]") {
    CHECK(nn::gradient_norm<float>(std::vector<float>{3e30F, 4e30F}) ==
          Approx(5e30));
}

TEST_CASE("a bound that is none is refused", "[clipping]") {
    std::vector<float> gradient{1.0F};
    CHECK_THROWS_WITH(
        nn::clip_by_norm<float>(gradient, 0.0),
        "clip_by_norm: the longest gradient is 0.000000; it must be above 0");
    CHECK_THROWS_AS(
        nn::clip_by_norm<float>(gradient, std::numeric_limits<double>::quiet_NaN()),
        std::invalid_argument);
}
