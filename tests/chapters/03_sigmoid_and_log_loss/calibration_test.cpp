/// Calibration: which bin, what it holds, and what is refused. And the forms of the
/// textbooks, which fail where their comments say.
#include "calibration.hpp"

#include <cmath>
#include <limits>

#include "difference_steps.hpp"
#include "naive.hpp"
#include "support/catch.hpp"

namespace {

constexpr double quiet_nan = std::numeric_limits<double>::quiet_NaN();

/// The bin of ten that a probability falls into.
std::size_t bin_of(double p) {
    const auto bins = nn::calibration_bins(arma::rowvec{p}, {1.0}, 10);
    for (std::size_t i = 0; i < bins.size(); ++i)
        if (bins[i].examples == 1.0) return i;
    return bins.size();
}

}  // namespace

TEST_CASE("bins by hand", "[calibration]") {
    const arma::rowvec p{0.125, 0.375, 0.25, 1.0, 0.75}, y{0.0, 1.0, 0.0, 1.0, 0.0};
    const auto bins = nn::calibration_bins(p, y, 2);
    REQUIRE(bins.size() == 2);
    CHECK(bins[0].examples == 3.0);
    CHECK(bins[0].said == 0.25);
    CHECK(bins[0].happened == 1.0 / 3.0);
    CHECK(bins[1].examples == 2.0);
    CHECK(bins[1].said == 0.875);
    CHECK(bins[1].happened == 0.5);
    const double error = (3.0 * (1.0 / 3.0 - 0.25) + 2.0 * 0.375) / 5.0;
    CHECK(std::abs(nn::calibration_error(bins) - error) < 1e-15);
}

TEST_CASE("an edge belongs to the bin above it, 1 to the last", "[calibration]") {
    for (std::size_t i = 0; i < 10; ++i)
        CHECK(bin_of(static_cast<double>(i) / 10.0) == i);
    CHECK(bin_of(std::nextafter(0.5, 0.0)) == 4);
    CHECK(bin_of(0.05) == 0);
    CHECK(bin_of(0.95) == 9);
    CHECK(bin_of(std::nextafter(1.0, 0.0)) == 9);
    CHECK(bin_of(1.0) == 9);
    CHECK(bin_of(-0.0) == 0);
    CHECK(bin_of(5e-324) == 0);
}

TEST_CASE("an empty bin has zeros and costs nothing", "[calibration]") {
    const auto bins = nn::calibration_bins({0.05, 0.05}, {0.0, 0.0}, 10);
    for (std::size_t i = 1; i < 10; ++i) {
        CHECK(bins[i].examples == 0.0);
        CHECK(bins[i].said == 0.0);
        CHECK(bins[i].happened == 0.0);
    }
    CHECK(nn::calibration_error(bins) == 0.05);
}

TEST_CASE("what happens as said has no error", "[calibration]") {
    const arma::rowvec p{0.5, 0.5, 0.0, 1.0}, y{1.0, 0.0, 0.0, 1.0};
    CHECK(nn::calibration_error(nn::calibration_bins(p, y, 10)) == 0.0);
    CHECK(nn::calibration_error(nn::calibration_bins({1.0, 0.0}, {0.0, 1.0}, 1)) ==
          0.0);  // one bin sees the mean alone
}

TEST_CASE("what cannot be put into bins is refused", "[calibration]") {
    CHECK_THROWS_WITH(nn::calibration_bins(arma::rowvec{0.5}, {1.0}, 0),
                      "calibration_bins: 0 bins; give at least 1");
    CHECK_THROWS_WITH(
        nn::calibration_bins(arma::rowvec{0.5}, {1.0, 0.0}, 10),
        "calibration_bins: 1 probabilities and 2 labels; give one label each");
    CHECK_THROWS_WITH(nn::calibration_bins({}, {}, 10),
                      oracle::mentions("0 probabilities and 0 labels"));
    for (const double bad : {-0.1, 1.5, -5e-324, quiet_nan})
        CHECK_THROWS_WITH(nn::calibration_bins({0.5, bad}, {1.0, 0.0}, 10),
                          "calibration_bins: probability 1 is " +
                              std::to_string(bad) +
                              " and its label 0.000000; they must be from 0 to 1, "
                              "and 0 or 1");
    CHECK_THROWS_WITH(nn::calibration_bins({0.5}, {0.5}, 10),
                      oracle::mentions("and its label 0.5"));
    CHECK_THROWS_WITH(nn::calibration_error({}),
                      "calibration_error: no examples; give at least 1");
    CHECK_THROWS_WITH(nn::calibration_error(std::vector<nn::CalibrationBin>(3)),
                      "calibration_error: no examples; give at least 1");
}

TEST_CASE("the forms of the textbooks fail where they are said to", "[naive]") {
    CHECK(std::abs(nn::naive_sigmoid(2.0) - 1.0 / (1.0 + std::exp(-2.0))) < 1e-15);
    CHECK(std::isfinite(nn::naive_sigmoid(709.78)));
    CHECK(std::isnan(nn::naive_sigmoid(709.79)));
    CHECK(std::isfinite(nn::naive_softplus(709.78)));
    CHECK(std::isinf(nn::naive_softplus(709.79)));
    CHECK(nn::naive_softplus(-36.73) > 0.0);
    CHECK(nn::naive_softplus(-36.74) == 0.0);
    CHECK(nn::naive_log_loss(40.0, 1.0) == 0.0);
    CHECK(std::isinf(nn::naive_log_loss(40.0, 0.0)));
    CHECK(std::isinf(nn::naive_log_loss(-710.0, 1.0)));
}

TEST_CASE("the best steps of softplus at 1, in double", "[difference-steps]") {
    // f = 1.3133, f'' = 0.1966, f''' = -0.0909, a rounding error of 2⁻⁵³
    CHECK(std::abs(nn::best_forward_step(0x1p-53, 1.3133, 0.1966) - 5.4466e-8) <
          1e-11);
    CHECK(std::abs(nn::best_central_step(0x1p-53, 1.3133, -0.0909) - 1.6883e-5) <
          1e-8);
    CHECK(nn::best_forward_step(0x1p-54, 1.0, 1.0) == 0x1p-26);
    CHECK(nn::best_forward_step(0x1p-54, -1.0, 1.0) == 0x1p-26);
}
