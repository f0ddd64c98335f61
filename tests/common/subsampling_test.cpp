#include "nn/subsampling.hpp"

#include <cmath>
#include <limits>

#include "support/catch.hpp"

using nn::keep_probability;
using nn::noise_weights;

TEST_CASE("common words are thinned, rare ones are not", "[subsampling]") {
    CHECK(keep_probability(1.0, 1e6, 1e-4) == 1.0);
    CHECK(keep_probability(100.0, 1e6, 1e-4) == 1.0);  // f = t: the factor is 2
    CHECK(keep_probability(10'000.0, 1e6, 1e-4) ==
          0.11);  // f = 100 t: 1/10 + 1/100
    double before = 1.0;
    for (double count = 1.0; count <= 1e6; count *= 2.0) {
        const double keep = keep_probability(count, 1e6, 1e-4);
        CHECK(keep <= before);
        CHECK(keep > 0.0);
        before = keep;
    }
}

TEST_CASE("a sample of 0 keeps every word", "[subsampling]") {
    CHECK(keep_probability(1e6, 1e6, 0.0) == 1.0);
    CHECK(keep_probability(1e6, 1e6, -0.0) == 1.0);
}

TEST_CASE("counts and samples that make no probability are refused",
          "[subsampling]") {
    constexpr double inf = std::numeric_limits<double>::infinity();
    for (const double count : {0.0, -1.0, 11.0, inf, double{NAN}})
        CHECK_THROWS_AS(keep_probability(count, 10.0, 1e-4), std::invalid_argument);
    for (const double total : {0.0, inf, double{NAN}})
        CHECK_THROWS_AS(keep_probability(1.0, total, 1e-4), std::invalid_argument);
    for (const double sample : {-1e-9, inf, double{NAN}})
        CHECK_THROWS_AS(keep_probability(1.0, 10.0, sample), std::invalid_argument);
    CHECK_THROWS_WITH(keep_probability(11.0, 10.0, 1e-4),
                      "keep_probability: a count of 11.000000 of 10.000000 words; "
                      "it must be positive, and at most all of them");
    CHECK_THROWS_WITH(keep_probability(1.0, 10.0, -1.0),
                      "keep_probability: sample is -1.000000; it is a share of the "
                      "text, or 0 to keep every word");
}

TEST_CASE("a power below 1 lifts the rare words of the noise", "[subsampling]") {
    CHECK(noise_weights({16.0, 1.0}, 0.75) == std::vector<double>{8.0, 1.0});
    CHECK(noise_weights({16.0, 1.0}, 1.0) == std::vector<double>{16.0, 1.0});
    CHECK(noise_weights({16.0, 1.0}, 0.0) == std::vector<double>{1.0, 1.0});
    CHECK(noise_weights({}, 0.75).empty());
}

TEST_CASE("counts and powers that make no weights are refused", "[subsampling]") {
    for (const double count : {0.0, -1.0, double{INFINITY}, double{NAN}})
        CHECK_THROWS_AS(noise_weights({1.0, count}, 0.75), std::invalid_argument);
    CHECK_THROWS_AS(noise_weights({1.0}, double{NAN}), std::invalid_argument);
    CHECK_THROWS_WITH(noise_weights({1.0, 0.0}, 0.75),
                      "noise_weights: word 1 has the count 0.000000; counts are "
                      "positive and finite");
}
