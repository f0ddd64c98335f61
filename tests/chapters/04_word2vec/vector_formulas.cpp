/// The formulas of word vectors and of their examinations, in 50 digits.
#include <algorithm>
#include <vector>

#include "nn/rank_correlation.hpp"
#include "nn/rng.hpp"
#include "nn/word_vectors.hpp"
#include "support/oracle.hpp"

using oracle::Real;
using oracle::Worst;

namespace {

using Numbers = std::vector<double>;

Numbers normals(nn::Rng& rng, std::size_t n, double scale) {
    Numbers numbers(n);
    for (double& x : numbers) x = scale * rng.normal();
    return numbers;
}

Real dot(const Numbers& u, const Numbers& v) {
    Real sum = 0;
    for (std::size_t i = 0; i < u.size(); ++i) sum += Real(u[i]) * v[i];
    return sum;
}

/// Errors in units of the last place of 1.
double ulps_of_one(double got, const Real& exact) {
    return static_cast<double>(abs(Real(got) - exact) / oracle::spacing<double>(1));
}

/// −1, 1, numbers close to them, and others between.
Numbers cosines(nn::Rng& rng, int n) {
    Numbers all{-1.0, std::nextafter(-1.0, 0.0), 0.0, std::nextafter(1.0, 0.0),
                1.0};
    for (int i = 0; i < n; ++i) all.push_back(rng.uniform(-1.0, 1.0));
    for (int i = 0; i < n; ++i) all.push_back(rng.uniform(-1.0, -0.999));
    return all;
}

/// Calls see(a, b, c) with many triples of cosines.
template <class See>
void many_triples(See see) {
    nn::Rng rng(11);
    const Numbers all = cosines(rng, 20);
    for (const double a : all)
        for (const double b : all)
            for (const double c : all) see(a, b, c);
}

/// The mean rank as it is defined: of all places that the number could stand at.
Real mean_rank(const Numbers& numbers, double x) {
    const auto below = std::count_if(numbers.begin(), numbers.end(),
                                     [&](double other) { return other < x; });
    const auto equal = std::count(numbers.begin(), numbers.end(), x);
    return below + (equal + 1) / Real(2);
}

Real exact_spearman(const Numbers& x, const Numbers& y) {
    const Real mean = Real(x.size() + 1) / 2;
    Real xy = 0, xx = 0, yy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const Real a = mean_rank(x, x[i]) - mean, b = mean_rank(y, y[i]) - mean;
        xy += a * b;
        xx += a * a;
        yy += b * b;
    }
    return xy / sqrt(xx * yy);
}

}  // namespace

TEST_CASE("cosine", "[cosine]") {
    Worst worst;
    nn::Rng rng(9);
    for (int i = 0; i < 500; ++i) {
        const std::size_t n = 1 + rng.interval(399);
        const Numbers u = normals(rng, n, i % 3 == 0 ? 1e-100 : 1.0);
        Numbers v = normals(rng, n, i % 5 == 0 ? 1e100 : 0.1);
        if (i % 4 == 0) v = u;
        const Real exact = dot(u, v) / sqrt(dot(u, u) * dot(v, v));
        worst.see(ulps_of_one(nn::cosine<double>(u, v), exact) /
                  (static_cast<double>(n) + 3));
    }
    worst.hold("cosine", "of n + 3 ulp of 1", 1.0);
}

TEST_CASE("an analogy's score by adding", "[three-cos-add]") {
    Worst worst;
    many_triples([&](double a, double b, double c) {
        worst.see(ulps_of_one(nn::three_cos_add(a, b, c), Real(b) - a + c));
    });
    worst.hold("three-cos-add", "ulp of 1", 1.5);
}

TEST_CASE("an analogy's score by multiplying", "[three-cos-mul]") {
    Worst worst;
    many_triples([&](double a, double b, double c) {
        const Real exact = (1 + Real(b)) / 2 * ((1 + Real(c)) / 2) /
                           ((1 + Real(a)) / 2 + Real(1) / 1000);
        worst.see(oracle::ulp_error(nn::three_cos_mul(a, b, c), exact));
    });
    worst.hold("three-cos-mul", "ulp", 6.0);
}

TEST_CASE("Spearman's correlation, with and without equal numbers", "[spearman]") {
    Worst worst;
    nn::Rng rng(10);
    for (int i = 0; i < 400; ++i) {
        const std::size_t n = 2 + rng.interval(i % 10 == 0 ? 1000 : 60);
        Numbers x = normals(rng, n, 1.0), y = normals(rng, n, 1.0);
        for (std::size_t k = 0; k < n && i % 2 == 0; ++k) y[k] += 2 * x[k];
        if (i % 3 == 0)
            for (double& value : x) value = std::round(3 * value);
        if (i % 4 == 0)
            for (double& value : y) value = std::round(value);
        x[0] = 9.5, y[0] = 9.5;  // so that not all are equal
        x[1] = -9.5, y[1] = -9.5;
        worst.see(ulps_of_one(nn::spearman(x, y), exact_spearman(x, y)));
    }
    worst.hold("spearman", "ulp of 1", 1.5);
}
