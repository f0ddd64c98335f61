/// The neuron, its boundary and its gates, against what is known of them.
#include <cmath>
#include <limits>
#include <vector>

#include "gates.hpp"
#include "geometry.hpp"
#include "nn/activation.hpp"
#include "nn/affine.hpp"
#include "nn/neuron.hpp"
#include "nn/rng.hpp"
#include "support/catch.hpp"
#include "support/oracle.hpp"

using oracle::Real;

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

}  // namespace

TEST_CASE("a neuron adds its weighted inputs and its bias", "[neuron]") {
    const std::vector<double> w{1.0, 1.0, 2.0}, x{1.0, 2.0, -2.0}, none;
    CHECK(nn::weighted_sum<double>(w, x, 0.0) == -1.0);
    CHECK(nn::weighted_sum<double>(w, x, 5.0) == 4.0);
    CHECK(nn::sum_by_dot({1.0, 1.0, 2.0}, {1.0, 2.0, -2.0}, 5.0) == 4.0);
    CHECK(nn::weighted_sum<double>(none, none, 5.0) == 5.0);
    CHECK(nn::rounding_bound(none, none, -5.0) > 0.0);
}

TEST_CASE("the same neuron serves float, double and 50 digits", "[neuron]") {
    const std::vector<float> wf{0.1f, 0.2f}, xf{0.3f, 0.4f};
    const std::vector<Real> wr(wf.begin(), wf.end()), xr(xf.begin(), xf.end());
    const float sum = nn::weighted_sum<float>(wf, xf, 0.5f);
    CHECK(oracle::ulp_error(sum, nn::weighted_sum<Real>(wr, xr, Real(0.5f))) <=
          2.0);
    CHECK(nn::step(-1.5f) == 0.0f);
    CHECK(nn::step(Real(0)) == 1);
    CHECK(nn::linear(Real(3)) == 3);
}

TEST_CASE("each input needs its weight", "[neuron]") {
    const std::vector<double> two{1.0, 2.0}, three{1.0, 2.0, 3.0};
    CHECK_THROWS_WITH(nn::weighted_sum<double>(two, three, 0.0),
                      "weighted_sum: 2 weights and 3 inputs; each input needs its "
                      "weight");
    CHECK_THROWS_WITH(nn::sum_by_dot({1.0, 2.0}, {1.0}, 0.0),
                      oracle::mentions("sum_by_dot: 2 weights and 1 inputs"));
    CHECK_THROWS_WITH(nn::rounding_bound(three, two, 0.0),
                      oracle::mentions("rounding_bound: 3 weights and 2 inputs"));
    CHECK_THROWS_WITH(nn::signed_distance(three, two, 0.0),
                      oracle::mentions("3 weights and 2 inputs"));
}

TEST_CASE("a layer refuses shapes that do not fit", "[neuron]") {
    const arma::mat W(2, 3, arma::fill::ones), X(3, 4, arma::fill::ones);
    CHECK(nn::affine(W, X, arma::vec{1.0, -3.0})(1, 3) == 0.0);
    CHECK_THROWS_WITH(nn::affine(W, W, arma::vec(2)),
                      oracle::mentions("W is 2 × 3, X is 2 × 3"));
    CHECK_THROWS_WITH(nn::affine(W, X, arma::vec(3)), oracle::mentions("b has 3"));
}

TEST_CASE("the step fires from zero on, and not at NaN", "[neuron]") {
    CHECK(nn::step(0.0) == 1.0);
    CHECK(nn::step(-0.0) == 1.0);
    CHECK(nn::step(-0x1p-1074) == 0.0);
    CHECK(nn::step(infinity) == 1.0);
    CHECK(nn::step(-infinity) == 0.0);
    CHECK(nn::step(not_a_number) == 0.0);
}

TEST_CASE("the length of weights holds its bound", "[geometry]") {
    nn::Rng rng(1);
    for (const std::size_t n : {1u, 2u, 10u, 300u}) {
        std::vector<double> w(n);
        rng.fill_normal(w);
        Real squares = 0;
        for (const double weight : w) squares += Real(weight) * weight;
        CHECK_THAT(nn::length_of(w),
                   oracle::within_ulp(sqrt(squares), static_cast<double>(n) + 2));
    }
}

TEST_CASE("weights without a direction have no boundary", "[geometry]") {
    const std::vector<double> zero{0.0, 0.0}, none, bad{1.0, not_a_number},
        x{1.0, 1.0};
    for (const std::vector<double>& w : {zero, none, bad}) {
        CHECK_THROWS_WITH(nn::length_of(w),
                          oracle::mentions("needs a length above 0"));
        CHECK_THROWS_AS(nn::share_that_fires(w, 1.0), std::invalid_argument);
    }
    CHECK_THROWS_AS(nn::signed_distance(zero, x, 1.0), std::invalid_argument);
    for (const double w : {0.0, infinity, not_a_number})
        CHECK_THROWS_WITH(nn::threshold(w, 1.0),
                          oracle::mentions("needs a finite weight other than 0"));
}

TEST_CASE("distance and share by hand", "[geometry]") {
    const std::vector<double> w{3.0, 4.0}, x{1.0, 2.0}, zero{0.0, 0.0};
    CHECK(nn::signed_distance(w, x, -1.0) == 2.0);
    CHECK(nn::signed_distance(w, zero, -10.0) == -2.0);
    CHECK(nn::threshold(4.0, 2.0) == -0.5);
    CHECK(nn::share_that_fires(w, 0.0) == 0.5);
    CHECK(std::abs(nn::share_that_fires(w, 5.0) - 0.8413447460685429) < 1e-15);
}

TEST_CASE("a threshold is measured to the last bit", "[geometry]") {
    const auto from = [](double place) {
        return [=](double x) { return x >= place; };
    };
    for (const double place : {-5.0, 0.0, 0.1, 0x1p-1074, 9.999})
        CHECK(nn::measured_threshold(from(place), -10.0, 10.0) == place);
    CHECK_THROWS_WITH(nn::measured_threshold(from(11.0), -10.0, 10.0),
                      oracle::mentions("fire at 10"));
    CHECK_THROWS_WITH(nn::measured_threshold(from(-11.0), -10.0, 10.0),
                      oracle::mentions("silent at -10"));
}

TEST_CASE("the gates made by hand have their tables", "[gates]") {
    const std::uint32_t tables[] = {0b1000, 0b1110, 0b0111, 0b0101};
    for (std::size_t i = 0; i < 4; ++i) {
        const nn::Gate& gate = nn::hand_made_gates[i];
        INFO(gate.name);
        CHECK(nn::truth_table(gate.w, gate.b) == tables[i]);
    }
}

TEST_CASE("one neuron has 14 of the 16 tables, and 6 without a bias", "[gates]") {
    const std::set<std::uint32_t> with = nn::functions_of_a_neuron(2, 1, true);
    CHECK(with.size() == 14);
    CHECK(!with.contains(0b0110));  // one or the other
    CHECK(!with.contains(0b1001));  // both or none
    CHECK(nn::functions_of_a_neuron(2, 5, true) == with);
    const std::set<std::uint32_t> without = nn::functions_of_a_neuron(2, 1, false);
    CHECK(without ==
          std::set<std::uint32_t>{0b0001, 0b0011, 0b0101, 0b1011, 0b1101, 0b1111});
    CHECK(nn::functions_of_a_neuron(0, 1, true).size() == 2);
}

TEST_CASE("threshold functions are as many as the literature counts", "[gates]") {
    CHECK(nn::functions_of_a_neuron(1, 1, true).size() == 4);
    CHECK(nn::functions_of_a_neuron(3, 2, true).size() == 104);
    CHECK(nn::functions_of_a_neuron(4, 3, true).size() == 1882);
}

TEST_CASE("a truth table and its examples are the same", "[gates]") {
    const nn::Dataset data = nn::examples_of_table(0b1110, 2);
    CHECK(data.X.n_cols == 4);
    CHECK(data.X(0, 1) == 1.0);  // row 1: the first input alone
    CHECK(data.X(1, 1) == 0.0);
    CHECK(arma::accu(data.y) == 3.0);
    CHECK(data.y(0) == 0.0);
    const std::vector<double> five(5);
    CHECK_THROWS_WITH(nn::truth_table(five, 0.0), oracle::mentions("5 inputs"));
    CHECK_THROWS_WITH(nn::examples_of_table(0, 5), oracle::mentions("at most 4"));
    CHECK_THROWS_WITH(nn::functions_of_a_neuron(5, 1, true),
                      oracle::mentions("at most 4"));
}

TEST_CASE("two layers give one or the other", "[gates]") {
    CHECK(nn::xor_by_layers(0, 0) == 0.0);
    CHECK(nn::xor_by_layers(1, 0) == 1.0);
    CHECK(nn::xor_by_layers(0, 1) == 1.0);
    CHECK(nn::xor_by_layers(1, 1) == 0.0);
}
