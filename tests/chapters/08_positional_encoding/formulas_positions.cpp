/// Sinusoids, rotations and biases against 50 digits.
#include <cmath>
#include <vector>

#include "nn/multi_head.hpp"
#include "nn/position_table.hpp"
#include "nn/rng.hpp"
#include "nn/rotary.hpp"
#include "position_geometry.hpp"
#include "support/oracle.hpp"

using oracle::Real;
using oracle::Worst;

namespace {

constexpr std::size_t widths[] = {1,  2,  3,   4,   5,   7,   16,
                                  63, 64, 127, 128, 512, 1024};
constexpr std::size_t even_widths[] = {2, 4, 6, 16, 64, 126, 128, 512, 1024};
constexpr std::size_t positions[] = {
    0, 1, 2, 10, 57, 100, 999, 1'000, 65'537, 10'000, 999'983, 1'000'000};

Real exact_speed(std::size_t pair, std::size_t d) {
    return pow(Real(10000), -Real(2 * pair) / Real(d));
}

double distance(double got, const Real& exact) {
    return static_cast<double>(abs(Real(got) - exact));
}

std::vector<double> normals(std::size_t n, nn::Rng& rng) {
    std::vector<double> x(n);
    rng.fill_normal(x);
    return x;
}

Real length(const std::vector<double>& x) {
    Real sum = 0;
    for (const double number : x) sum += Real(number) * Real(number);
    return sqrt(sum);
}

}  // namespace

TEST_CASE("how fast a clock's hand turns", "[clock-speed]") {
    Worst worst;
    for (std::size_t d = 1; d <= 300; ++d)
        for (std::size_t pair = 0; 2 * pair < d; ++pair)
            worst.see(oracle::ulp_error(nn::clock_speed<double>(pair, d),
                                        exact_speed(pair, d)));
    worst.hold("clock-speed", "ulp", 6.0);
}

TEST_CASE("how long a whole turn takes", "[wavelength]") {
    Worst worst;
    const Real turn = 2 * boost::math::constants::pi<Real>();
    for (std::size_t d = 1; d <= 300; ++d)
        for (std::size_t pair = 0; 2 * pair < d; ++pair)
            worst.see(oracle::ulp_error(nn::clock_wavelength(pair, d),
                                        turn / exact_speed(pair, d)));
    worst.hold("wavelength", "ulp", 7.0);
}

TEST_CASE("the sinusoids of a position", "[sinusoid]") {
    Worst worst;
    for (const std::size_t d : widths)
        for (const std::size_t p : positions)
            for (std::size_t i = 0; i < d; ++i) {
                const Real angle = Real(p) * exact_speed(i / 2, d);
                worst.see(distance(nn::sinusoid<double>(double(p), i, d),
                                   i % 2 == 0 ? sin(angle) : cos(angle)));
            }
    worst.hold("sinusoid", "absolute", 2e-10);
}

TEST_CASE("a step along the text", "[position-rotation]") {
    Worst worst;
    for (const std::size_t d : {2, 4, 6, 128})
        for (const std::size_t k : {0, 1, 10, 1'000, 999'983})
            for (const int sign : {-1, 1}) {
                const arma::mat R = nn::position_rotation(sign * double(k), d);
                for (std::size_t i = 0; i < d; ++i)
                    for (std::size_t j = 0; j < d; ++j) {
                        const Real angle = sign * Real(k) * exact_speed(i / 2, d);
                        Real exact = 0;
                        if (i == j) exact = cos(angle);
                        if (i % 2 == 0 && j == i + 1) exact = sin(angle);
                        if (i % 2 == 1 && j == i - 1) exact = -sin(angle);
                        worst.see(distance(R(i, j), exact));
                    }
            }
    worst.hold("position-rotation", "absolute", 2e-10);
}

TEST_CASE("the product of two positions", "[position-product]") {
    Worst worst;
    for (const std::size_t d : even_widths)
        for (const std::size_t k : {0, 1, 2, 10, 57, 100, 999, 1'000}) {
            Real exact = 0;  // from the vectors of positions 3 and 3 + k
            for (std::size_t i = 0; i < d; ++i)
                exact += nn::sinusoid<Real>(Real(3), i, d) *
                         nn::sinusoid<Real>(Real(3 + k), i, d);
            worst.see(distance(nn::position_product(double(k), d), exact));
            worst.see(distance(nn::position_product(-double(k), d), exact));
        }
    worst.hold("position-product", "absolute", 1e-11);
}

TEST_CASE("a pair of numbers, turned", "[rotary]") {
    constexpr std::size_t tokens = 600;
    nn::Rng rng(91);
    Worst worst;
    for (const std::size_t d : {1, 2, 5, 64}) {
        const nn::RotaryTurns<double> turns(d, tokens);
        arma::mat X(d, tokens);
        rng.fill_normal({X.memptr(), X.n_elem});
        const arma::mat before = X;
        nn::rotate(X, turns);
        for (std::size_t p = 0; p < tokens; ++p) {
            for (std::size_t i = 0; i + 1 < d; i += 2) {
                const Real c = turns.cosines(i / 2, p), s = turns.sines(i / 2, p),
                           a = before(i, p), b = before(i + 1, p);
                const Real ulp = oracle::spacing<double>(sqrt(a * a + b * b));
                worst.see(static_cast<double>(abs(Real(X(i, p)) - (c * a - s * b)) /
                                              ulp));
                worst.see(static_cast<double>(
                    abs(Real(X(i + 1, p)) - (s * a + c * b)) / ulp));
                const Real angle = Real(p) * exact_speed(i / 2, d);
                CHECK(distance(turns.cosines(i / 2, p), cos(angle)) < 1e-12);
                CHECK(distance(turns.sines(i / 2, p), sin(angle)) < 1e-12);
            }
            if (d % 2 == 1) CHECK(X(d - 1, p) == before(d - 1, p));
        }
    }
    worst.hold("rotary", "ulp of the pair's length", 2.0);
}

TEST_CASE("a score after turning, from the distance", "[rotary-score]") {
    nn::Rng rng(92);
    Worst worst;
    for (const std::size_t d : {1, 2, 5, 16, 64})
        for (const std::size_t n : {0, 1, 57, 400})
            for (const std::size_t m : {0, 3, 58, 1'000}) {
                const std::vector<double> q = normals(d, rng), k = normals(d, rng);
                Real exact = d % 2 == 0 ? Real(0) : Real(q[d - 1]) * Real(k[d - 1]);
                for (std::size_t i = 0; i + 1 < d; i += 2) {
                    const Real at_m = Real(m) * exact_speed(i / 2, d),
                               at_n = Real(n) * exact_speed(i / 2, d);
                    exact += (cos(at_m) * q[i] - sin(at_m) * q[i + 1]) *
                                 (cos(at_n) * k[i] - sin(at_n) * k[i + 1]) +
                             (sin(at_m) * q[i] + cos(at_m) * q[i + 1]) *
                                 (sin(at_n) * k[i] + cos(at_n) * k[i + 1]);
                }
                const double apart = double(m) - double(n);
                const double got = nn::rotary_score<double>(q, k, apart);
                const Real ulp = oracle::spacing<double>(length(q) * length(k));
                worst.see(static_cast<double>(abs(Real(got) - exact) / ulp) /
                          (double(d) + 4 * std::abs(apart)));
            }
    worst.hold("rotary-score", "of d + 4 k ulp", 1.0);
}

TEST_CASE("what distance costs a head", "[linear-bias]") {
    Worst worst;
    for (std::size_t heads = 1; heads <= 64; ++heads)
        for (std::size_t head = 0; head < heads; ++head)
            worst.see(
                oracle::ulp_error(nn::linear_bias_slope(head, heads),
                                  pow(Real(2), -8 * Real(head + 1) / Real(heads))));
    worst.hold("linear-bias", "ulp", 4.0);
}

TEST_CASE("a learned vector is added", "[learned-position]") {
    constexpr std::size_t width = 5, tokens = 7, sequences = 3;
    nn::ParameterLayout layout;
    const nn::PositionTable table(layout, "places", width, 9);
    nn::Rng rng(93);
    std::vector<float> parameters(layout.size());
    for (float& number : parameters) number = static_cast<float>(rng.normal());
    arma::fmat X(width, sequences * tokens);
    for (float& number : X) number = static_cast<float>(rng.normal());
    const arma::fmat before = X;
    table.add_to(layout, parameters, sequences, X);
    Worst worst;
    for (std::size_t column = 0; column < X.n_cols; ++column)
        for (std::size_t i = 0; i < width; ++i)
            worst.see(oracle::ulp_error(
                X(i, column), Real(before(i, column)) +
                                  Real(parameters[column % tokens * width + i])));
    worst.hold("learned-position", "ulp", 0.5);
}
