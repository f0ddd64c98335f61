/// The look-up, the four scores and the shape of softmax, in 50 digits.
#include <algorithm>
#include <cmath>
#include <vector>

#include "attention_score.hpp"
#include "nn/gradient_check.hpp"
#include "nn/rng.hpp"
#include "pair_score.hpp"
#include "soft_look_up.hpp"
#include "softmax_shape.hpp"
#include "support/oracle.hpp"

using nn::ScoreKind;
using oracle::Real;
using oracle::Worst;

namespace {

template <class T>
std::vector<T> normal_numbers(std::size_t n, double size, nn::Rng& rng) {
    std::vector<T> numbers(n);
    for (T& number : numbers) number = static_cast<T>(size * rng.normal());
    return numbers;
}

/// How far a number is from the exact one, in ulp of a size.
template <class T>
double ulps_of(T got, const Real& exact, const Real& size) {
    return static_cast<double>(abs(Real(got) - exact) / oracle::spacing<T>(size));
}

/// A value of a sum, and the sum of the sizes of its terms.
struct Sum {
    Real value = 0, sizes = 0;
    void add(const Real& term) { value += term, sizes += abs(term); }
};

template <class T>
Sum dot_of(const std::vector<T>& k, const std::vector<T>& q) {
    Sum sum;
    for (std::size_t i = 0; i < k.size(); ++i) sum.add(Real(k[i]) * Real(q[i]));
    return sum;
}

/// Calls see(d, k, q) for many random keys and queries of the same length.
template <class T, class See>
void for_pairs(const See& see) {
    nn::Rng rng(71);
    for (std::size_t d = 1; d <= 40; ++d)
        for (int i = 0; i < 20; ++i) {
            const std::vector<T> k = normal_numbers<T>(d, 1.0, rng),
                                 q = normal_numbers<T>(d, 3.0, rng);
            see(double(d), k, q);
        }
}

}  // namespace

TEST_CASE("a dot product as a score", "[dot-score]") {
    Worst worst;
    const auto see = [&](double d, const auto& k, const auto& q) {
        using T = typename std::decay_t<decltype(k)>::value_type;
        const Sum exact = dot_of(k, q);
        worst.see(ulps_of(nn::dot_score<T>(k, q), exact.value, exact.sizes) / d);
    };
    for_pairs<float>(see);
    for_pairs<double>(see);
    worst.hold("dot-score", "of d ulp", 1.0);
}

TEST_CASE("a dot product by the root of its length", "[scaled-dot-score]") {
    Worst worst;
    const auto see = [&](double d, const auto& k, const auto& q) {
        using T = typename std::decay_t<decltype(k)>::value_type;
        const Sum dot = dot_of(k, q);
        const Real root = sqrt(Real(d));
        worst.see(ulps_of(nn::scaled_dot_score<T>(k, q), Real(dot.value / root),
                          Real(dot.sizes / root)) /
                  (d + 2));
    };
    for_pairs<float>(see);
    for_pairs<double>(see);
    worst.hold("scaled-dot-score", "of d + 2 ulp", 1.0);
}

TEST_CASE("a product through a matrix", "[general-score]") {
    nn::Rng rng(72);
    Worst worst;
    for (int round = 0; round < 400; ++round) {
        const std::size_t rows = 1 + rng.interval(11),
                          columns = 1 + rng.interval(11);
        const auto W = normal_numbers<double>(rows * columns, 1.0, rng),
                   k = normal_numbers<double>(rows, 2.0, rng),
                   q = normal_numbers<double>(columns, 1.0, rng);
        Sum exact;
        for (std::size_t i = 0; i < rows; ++i)
            for (std::size_t j = 0; j < columns; ++j)
                exact.add(Real(k[i]) * Real(W[j * rows + i]) * Real(q[j]));
        worst.see(
            ulps_of(nn::general_score<double>(W, k, q), exact.value, exact.sizes) /
            double(rows + columns));
    }
    worst.hold("general-score", "of d_k + d_q ulp", 1.0);
}

TEST_CASE("a small network as a score", "[additive-score]") {
    nn::Rng rng(73);
    Worst worst;
    for (int round = 0; round < 400; ++round) {
        const std::size_t h = 1 + rng.interval(7), rows = 1 + rng.interval(7),
                          columns = 1 + rng.interval(7);
        const auto W_K = normal_numbers<double>(h * rows, 0.5, rng),
                   W_Q = normal_numbers<double>(h * columns, 0.5, rng),
                   v = normal_numbers<double>(h, 1.0, rng),
                   k = normal_numbers<double>(rows, 1.0, rng),
                   q = normal_numbers<double>(columns, 1.0, rng);
        Sum exact;
        Real s = 0, sizes = 0;
        for (std::size_t u = 0; u < h; ++u) {
            Sum unit;
            for (std::size_t j = 0; j < rows; ++j)
                unit.add(Real(W_K[j * h + u]) * Real(k[j]));
            for (std::size_t j = 0; j < columns; ++j)
                unit.add(Real(W_Q[j * h + u]) * Real(q[j]));
            exact.add(Real(v[u]) * tanh(unit.value));
            s = std::max(s, unit.sizes), sizes += abs(Real(v[u]));
        }
        const double got = nn::additive_score<double>({W_K, W_Q, v}, k, q);
        const double bound = double(h + 3) + double(rows + columns) * double(s);
        worst.see(ulps_of(got, exact.value, sizes) / bound);
    }
    worst.hold("additive-score", "of h + (d_k + d_q) s + 3 ulp", 1.0);
}

namespace {

template <class T>
void see_look_up(Worst& worst, nn::Rng& rng) {
    const std::size_t d = 1 + rng.interval(7), n = 1 + rng.interval(15);
    const auto query = normal_numbers<T>(d, 2.0, rng);
    std::vector<std::vector<T>> keys, values;
    for (std::size_t i = 0; i < n; ++i) {
        keys.push_back(normal_numbers<T>(d, 1.0, rng));
        values.push_back(normal_numbers<T>(3, 1.0, rng));
    }
    Real s = 0, sum = 0, largest = 0;
    std::vector<Real> mixed(3);
    for (std::size_t i = 0; i < n; ++i) {
        const Sum score = dot_of(keys[i], query);
        const Real e = exp(score.value);
        s = std::max(s, score.sizes), sum += e;
        for (std::size_t j = 0; j < 3; ++j) {
            mixed[j] += e * Real(values[i][j]);
            largest = std::max(largest, Real(abs(Real(values[i][j]))));
        }
    }
    const auto got = nn::soft_look_up<T>(query, keys, values);
    const double bound = double(3 * n + 8) + double(2 * (d + 2)) * double(s);
    for (std::size_t j = 0; j < 3; ++j)
        worst.see(ulps_of(got.result[j], Real(mixed[j] / sum), largest) / bound);
}

}  // namespace

TEST_CASE("a dictionary, asked softly", "[soft-look-up]") {
    nn::Rng rng(74);
    Worst worst;
    for (int round = 0; round < 500; ++round) {
        see_look_up<float>(worst, rng);
        see_look_up<double>(worst, rng);
    }
    worst.hold("soft-look-up", "of 3 n + 2 (d + 2) s + 8 ulp", 1.0);
}

namespace {

/// Weights of n keys, from hardly different to nearly all for one.
std::vector<double> random_weights(std::size_t n, nn::Rng& rng) {
    const auto z = normal_numbers<double>(n, std::exp(rng.uniform(-3.0, 4.0)), rng);
    std::vector<double> weights(n);
    nn::softmax<double>(z, weights);
    return weights;
}

}  // namespace

TEST_CASE("the entropy of weights", "[weights-entropy]") {
    nn::Rng rng(75);
    Worst worst;
    for (int round = 0; round < 1000; ++round) {
        const auto weights = random_weights(1 + rng.interval(31), rng);
        Real exact = 0;
        for (const double a : weights)
            if (a > 0) exact -= Real(a) * log(Real(a));
        worst.see(ulps_of(nn::weights_entropy<double>(weights), exact,
                          std::max(Real(1), exact)) /
                  double(weights.size() + 3));
    }
    worst.hold("weights-entropy", "of n + 3 ulp", 1.0);
}

TEST_CASE("the length of all slopes of softmax", "[softmax-jacobian-size]") {
    nn::Rng rng(76);
    Worst worst;
    for (int round = 0; round < 1000; ++round) {
        const auto weights = random_weights(1 + rng.interval(31), rng);
        Real sum = 0, squares = 0;
        for (const double a : weights) sum += Real(a);
        for (std::size_t i = 0; i < weights.size(); ++i) {
            const Real a = Real(weights[i]) / sum;
            Real others = 0;  // 1 − a: 50 digits would not do for the difference
            for (std::size_t j = 0; j < weights.size(); ++j) {
                if (j == i) continue;
                const Real b = Real(weights[j]) / sum;
                others += b, squares += a * a * b * b;
            }
            squares += a * a * others * others;
        }
        if (weights.size() == 1) {
            CHECK(nn::softmax_jacobian_size<double>(weights) == 0.0);
            continue;
        }
        const Real exact = sqrt(squares);
        if (exact < 1e-150) continue;
        worst.see(
            oracle::ulp_error(nn::softmax_jacobian_size<double>(weights), exact) /
            double(3 * weights.size() + 5));
    }
    worst.hold("softmax-jacobian-size", "of 3 n + 5 ulp", 1.0);
}

namespace {

constexpr std::size_t keys = 5, queries = 4, rows = 3, columns = 2, hidden = 6;

/// Σ g_kq s_kq of one pair after the other, where g = dS.
Real sum_of_scores(ScoreKind kind, std::span<const Real> at, const arma::mat& g) {
    const std::size_t own = at.size() - keys * rows - queries * columns;
    const auto W = at.subspan(0, own);
    Real sum = 0;
    for (std::size_t q = 0; q < queries; ++q)
        for (std::size_t k = 0; k < keys; ++k) {
            const auto key = at.subspan(own + k * rows, rows),
                       query = at.subspan(own + keys * rows + q * columns, columns);
            const Real s = kind == ScoreKind::general
                               ? nn::general_score<Real>(W, key, query)
                               : nn::additive_score<Real>(
                                     {W.subspan(0, hidden * rows),
                                      W.subspan(hidden * rows, hidden * columns),
                                      W.subspan(hidden * (rows + columns))},
                                     key, query);
            sum += Real(g(k, q)) * s;
        }
    return sum;
}

/// The worst error of back() against differences of the pairs' scores.
double worst_slope(ScoreKind kind, std::uint32_t seed) {
    nn::Rng rng(seed);
    const auto score = nn::make_score<double>(kind, rows, columns, hidden);
    const std::size_t own = score->layout().size();
    const auto at =
        normal_numbers<double>(own + keys * rows + queries * columns, 1.0, rng);
    const arma::mat K(at.data() + own, rows, keys),
        Q(at.data() + own + keys * rows, columns, queries),
        g(normal_numbers<double>(keys * queries, 1.0, rng).data(), keys, queries);
    std::vector<double> gradient(own, 7.0);  // what back() must add to
    const auto d = score->back({at.data(), own}, K, Q, g, gradient);
    for (double& slope : gradient) slope -= 7.0;
    gradient.insert(gradient.end(), d.K.begin(), d.K.end());
    gradient.insert(gradient.end(), d.Q.begin(), d.Q.end());
    return nn::check_gradient(
               [&](std::span<const Real> x) { return sum_of_scores(kind, x, g); },
               at, gradient)
        .worst;
}

}  // namespace

TEST_CASE("back through a product with a matrix", "[general-score-gradient]") {
    Worst worst;
    for (std::uint32_t seed = 0; seed < 5; ++seed)
        worst.see(worst_slope(ScoreKind::general, seed));
    worst.hold("general-score-gradient", "relative", 1e-9);
}

TEST_CASE("back through a small network", "[additive-score-gradient]") {
    Worst worst;
    for (std::uint32_t seed = 0; seed < 5; ++seed)
        worst.see(worst_slope(ScoreKind::additive, seed));
    worst.hold("additive-score-gradient", "relative", 1e-9);
}
