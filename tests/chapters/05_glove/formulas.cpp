/// The formulas of chapter 5 in 50 digits.
#include <cmath>
#include <set>
#include <utility>
#include <vector>

#include "cell_blocks.hpp"
#include "glove.hpp"
#include "nn/cooccurrence.hpp"
#include "nn/rng.hpp"
#include "senses.hpp"
#include "support/oracle.hpp"
#include "table_rows.hpp"

using oracle::Real;
using oracle::Worst;

namespace {

/// Numbers of all sizes, above 0.
double wide(nn::Rng& rng) {
    return std::exp(rng.uniform(-12.0, 12.0));
}

}  // namespace

TEST_CASE("what two words add to their cell", "[pair-weight]") {
    Worst worst;
    for (std::size_t d = 1; d <= 1000; ++d) {
        worst.see(oracle::ulp_error(nn::pair_weight(d, true), Real(1) / d));
        CHECK(nn::pair_weight(d, false) == 1.0);
    }
    worst.hold("pair-weight", "ulp", 0.5);
}

TEST_CASE("the probability of a companion", "[context-probability]") {
    nn::Rng rng(51);
    Worst worst;
    for (int i = 0; i < 5000; ++i) {
        const double x = wide(rng), sum = x + wide(rng);
        worst.see(oracle::ulp_error(nn::context_probability(x, sum),
                                    Real(x) / Real(sum)));
    }
    CHECK(nn::context_probability(0.0, 2.0) == 0.0);
    worst.hold("context-probability", "ulp", 0.5);
}

TEST_CASE("the ratio of two probabilities", "[probability-ratio]") {
    nn::Rng rng(52);
    Worst worst;
    for (int i = 0; i < 20'000; ++i) {
        const double x = wide(rng), x_sum = x + wide(rng);
        const double y = wide(rng), y_sum = y + wide(rng);
        const Real exact = Real(x) / Real(x_sum) / (Real(y) / Real(y_sum));
        worst.see(
            oracle::ulp_error(nn::probability_ratio(x, x_sum, y, y_sum), exact));
    }
    CHECK(std::isinf(nn::probability_ratio(1.0, 2.0, 0.0, 2.0)));
    CHECK(std::isnan(nn::probability_ratio(0.0, 2.0, 0.0, 2.0)));
    worst.hold("probability-ratio", "ulp", 3.0);
}

TEST_CASE("the score of a pair", "[glove-score]") {
    nn::Rng rng(53);
    Worst worst;
    for (int i = 0; i < 2000; ++i) {
        const std::size_t d = 1 + rng.interval(99);
        std::vector<double> w(d), c(d);
        for (double& x : w) x = rng.normal();
        for (double& x : c) x = rng.normal();
        const double b_w = rng.normal(), b_c = rng.normal();
        Real exact = Real(b_w) + b_c, sizes = abs(Real(b_w)) + abs(Real(b_c));
        for (std::size_t k = 0; k < d; ++k) {
            exact += Real(w[k]) * c[k];
            sizes += abs(Real(w[k]) * c[k]);
        }
        const double got = nn::glove_score<double>(w, c, b_w, b_c);
        const Real ulp = oracle::spacing<double>(sizes);
        worst.see(static_cast<double>(abs(Real(got) - exact) / ulp) /
                  static_cast<double>(d + 2));
    }
    worst.hold("glove-score", "of d + 2 ulp", 1.0);
}

TEST_CASE("a score needs vectors of one length", "[glove]") {
    const std::vector<double> two(2), three(3);
    CHECK_THROWS_WITH(nn::glove_score<double>(two, three, 0.0, 0.0),
                      "glove_score: 2 and 3 numbers; the lengths must agree");
}

TEST_CASE("the weight of a cell", "[glove-weight]") {
    nn::Rng rng(54);
    Worst worst;
    for (int i = 0; i < 5000; ++i) {
        const double x = wide(rng), x_max = wide(rng),
                     power = rng.uniform(0.0, 2.0);
        const Real share = Real(x) / Real(x_max);
        const Real exact = share < 1 ? Real(pow(share, Real(power))) : Real(1);
        worst.see(oracle::ulp_error(nn::glove_weight(x, x_max, power), exact));
    }
    CHECK(nn::glove_weight(10.0, 10.0, 0.75) == 1.0);
    CHECK(nn::glove_weight(0.1, 10.0, 0.0) == 1.0);
    worst.hold("glove-weight", "ulp", 3.0);
}

// The missed part is made exact: both of its numbers are whole.
TEST_CASE("the cost of a cell", "[glove-cost]") {
    nn::Rng rng(55);
    Worst worst;
    for (int i = 0; i < 5000; ++i) {
        const auto score = static_cast<double>(rng.integer(-1000, 1000));
        const auto log_x = static_cast<double>(rng.integer(-1000, 1000));
        const double weight = rng.uniform();
        const Real missed = Real(score) - Real(log_x);
        worst.see(oracle::ulp_error(nn::glove_cost(score, log_x, weight),
                                    Real(Real(weight) * missed * missed / 2)));
    }
    worst.hold("glove-cost", "ulp", 2.0);
}

TEST_CASE("the slope of a cell's cost", "[glove-slope]") {
    nn::Rng rng(56);
    Worst worst;
    for (int i = 0; i < 5000; ++i) {
        const auto score = static_cast<double>(rng.integer(-1000, 1000));
        const auto log_x = static_cast<double>(rng.integer(-1000, 1000));
        const double weight = rng.uniform();
        const Real exact = oracle::derivative(
            [&](const Real& s) {
                return nn::glove_cost<Real>(s, Real(log_x), Real(weight));
            },
            Real(score));
        const double got = nn::glove_slope(score, log_x, weight);
        if (score == log_x)
            CHECK(got == 0.0);
        else
            worst.see(oracle::ulp_error(got, exact));
    }
    worst.hold("glove-slope", "ulp", 1.5);
}

TEST_CASE("one step of AdaGrad", "[adagrad]") {
    nn::Rng rng(57);
    Worst worst;
    for (int i = 0; i < 5000; ++i) {
        const double old = rng.normal(), old_sum = 1.0 + wide(rng);
        const double slope = rng.normal() * wide(rng), rate = rng.uniform();
        double parameter = old, sum = old_sum;
        nn::adagrad_step(parameter, sum, slope, rate);
        const Real step = Real(rate) * Real(slope);
        const Real change = step / sqrt(Real(old_sum));
        const auto see = [&](double got, const Real& exact, const Real& a,
                             const Real& b) {
            const Real larger = std::max(Real(abs(a)), Real(abs(b)));
            worst.see(static_cast<double>(abs(Real(got) - exact) /
                                          oracle::spacing<double>(larger)));
        };
        see(parameter, Real(old) - change, Real(old), change);
        see(sum, Real(old_sum) + step * step, Real(old_sum), step * step);
    }
    worst.hold("adagrad", "ulp", 3.0);
}

TEST_CASE("the blocks of a round share no row and no column", "[block-round]") {
    std::set<std::size_t> all;
    for (std::size_t round = 0; round < 8; ++round) {
        std::set<std::size_t> rows, columns;
        for (std::size_t part = 0; part < 8; ++part) {
            const nn::BlockId block = nn::block_of_round(part, round);
            CHECK(block.row_part == part);
            CHECK(block.column_part == (part + round) % 8);
            rows.insert(block.row_part);
            columns.insert(block.column_part);
            all.insert(block.number());
        }
        CHECK(rows.size() == 8);
        CHECK(columns.size() == 8);
    }
    CHECK(all.size() == 64);
    oracle::record("block-round", 0.0, "exact", 0.0);
}

TEST_CASE("the share of a vector in a plane", "[share-in-plane]") {
    nn::Rng rng(58);
    Worst worst;
    for (int i = 0; i < 2000; ++i) {
        const std::size_t d = 2 + rng.interval(60);
        arma::vec v(d), a(d), b(d);
        for (arma::vec* x : {&v, &a, &b})
            for (double& number : *x) number = rng.normal();
        b += 20.0 * rng.uniform() * a;  // a narrow angle at times
        // Cramer's rule for the nearest point of the plane
        const auto dot = [&](const arma::vec& x, const arma::vec& y) {
            Real sum = 0;
            for (std::size_t k = 0; k < d; ++k) sum += Real(x[k]) * y[k];
            return sum;
        };
        const Real aa = dot(a, a), ab = dot(a, b), bb = dot(b, b), va = dot(v, a),
                   vb = dot(v, b), determinant = aa * bb - ab * ab;
        if (determinant < Real("1e-3") * aa * bb) continue;  // below 1.8 degrees
        const Real exact = ((va * bb - vb * ab) * va + (vb * aa - va * ab) * vb) /
                           determinant / dot(v, v);
        worst.see(
            static_cast<double>(abs(Real(nn::share_in_plane(v, a, b)) - exact)));
    }
    worst.hold("share-in-plane", "absolute", 1e-13);
}
