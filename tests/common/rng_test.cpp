/// The values of NumPy's RandomState(42), stored; numpy_test.cpp asks NumPy itself.
#include "nn/rng.hpp"

#include <armadillo>
#include <cmath>
#include <numeric>
#include <set>
#include <vector>

#include "support/catch.hpp"

using nn::Rng;

TEST_CASE("seed 42: rand, randn, randint, permutation", "[rng]") {
    Rng uniform(42), normal(42), integer(42), order(42);
    for (const double expected :
         {0.3745401188473625, 0.9507143064099162, 0.7319939418114051})
        CHECK(uniform.uniform() == expected);
    for (const double expected :
         {0.4967141530112327, -0.13826430117118466, 0.6476885381006925})
        CHECK(normal.normal() == expected);
    for (const int expected : {6, 3, 7, 4, 6, 9, 2, 6})
        CHECK(integer.integer(0, 10) == expected);
    CHECK(order.permutation(10) ==
          std::vector<std::size_t>{8, 1, 5, 0, 7, 2, 9, 4, 3, 6});
}

TEST_CASE("the second normal value waits while other calls draw", "[rng]") {
    Rng plain(42), mixed(42);
    plain.normal();
    const double second = plain.normal();
    mixed.normal();
    mixed.uniform();
    mixed.integer(0, 1000);
    mixed.permutation(7);
    CHECK(mixed.normal() == second);
    CHECK(mixed.normal() != plain.normal());  // a new pair, from a later place
}

TEST_CASE("ranges of width one draw nothing", "[rng]") {
    Rng a(7), b(7);
    CHECK(a.integer(5, 6) == 5);
    CHECK(a.interval(0) == 0);
    CHECK(a.permutation(1) == std::vector<std::size_t>{0});
    CHECK(a.permutation(0).empty());
    CHECK(a.bits32() == b.bits32());
}

TEST_CASE("ranges up to 64 bits", "[rng]") {
    constexpr std::int64_t low = std::numeric_limits<std::int64_t>::min();
    constexpr std::int64_t high = std::numeric_limits<std::int64_t>::max();
    Rng rng(42);
    bool negative = false, positive = false;
    for (int i = 0; i < 100; ++i) {
        const std::int64_t value = rng.integer(low, high);
        (value < 0 ? negative : positive) = true;
        CHECK(value < high);
    }
    CHECK((negative && positive));
    Rng narrow(42), word(42);
    CHECK(narrow.interval(0xffffffffu) == word.bits32());  // 32 bits: one word
    Rng wide(42), two(42);
    CHECK(wide.interval(~std::uint64_t{0}) ==
          two.bits64());  // 64 bits: two, high first
}

TEST_CASE("filling equals drawing one by one", "[rng]") {
    Rng filled(3), drawn(3);
    std::vector<double> out(1001);
    filled.normal();
    drawn.normal();
    filled.fill_uniform(out);
    for (const double value : out) CHECK(value == drawn.uniform());
    filled.fill_normal(out);
    for (const double value : out) CHECK(value == drawn.normal());
}

TEST_CASE("shuffling keeps the items", "[rng]") {
    Rng rng(42);
    std::vector<int> items(1000);
    std::iota(items.begin(), items.end(), 0);
    rng.shuffle(std::span(items));
    CHECK(std::set<int>(items.begin(), items.end()).size() == 1000);
    CHECK(!std::is_sorted(items.begin(), items.end()));
}

TEST_CASE("rows are shuffled as items are", "[rng]") {
    Rng rows(42), items(42);
    arma::mat matrix(10, 3);
    for (arma::uword i = 0; i < 10; ++i) matrix.row(i).fill(static_cast<double>(i));
    rows.shuffle_rows(matrix);
    const std::vector<std::size_t> order = items.permutation(10);
    for (arma::uword i = 0; i < 10; ++i) {
        CHECK(matrix(i, 0) == static_cast<double>(order[i]));
        CHECK(matrix(i, 2) == matrix(i, 0));
    }
}

TEST_CASE("choice draws by probability, never what has none", "[rng]") {
    Rng rng(42);
    const std::vector<double> p{0.0, 0.2, 0.0, 0.8, 0.0};
    std::vector<int> counts(5);
    for (const std::size_t i : rng.choice(p, 10000)) ++counts[i];
    CHECK(counts[0] + counts[2] + counts[4] == 0);
    CHECK(std::abs(counts[1] - 2000.0) < 5.0 * std::sqrt(1600.0));
}

TEST_CASE("a caller's mistakes are named with their bounds", "[rng]") {
    Rng rng(42);
    CHECK_THROWS_WITH(
        rng.integer(5, 5),
        "Rng::integer: the range from 5 up to 5 is empty; low must be below high");
    CHECK_THROWS_WITH(rng.integer(7, -7), oracle::mentions("from 7 up to -7"));
    CHECK_THROWS_WITH(rng.uniform(0.0, double{INFINITY}),
                      oracle::mentions("not finite"));
    CHECK_THROWS_WITH(rng.uniform(-1.7e308, 1.7e308),
                      oracle::mentions("not finite"));
    CHECK_THROWS_WITH(rng.choice(std::vector<double>{}, 1),
                      oracle::mentions("must be there"));
    CHECK_THROWS_WITH(rng.choice(std::vector{0.5, -0.5, 1.0}, 1),
                      oracle::mentions("not negative"));
    CHECK_THROWS_WITH(rng.choice(std::vector<double>{0.5, NAN}, 1),
                      oracle::mentions("not negative"));
    CHECK_THROWS_WITH(rng.choice(std::vector{0.5, 0.4}, 1),
                      oracle::mentions("sum to 0.9"));
}
