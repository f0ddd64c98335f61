/// A softmax whose scores come in tiles: any cut gives the same.
#include "streaming_mean.hpp"

#include <cmath>
#include <vector>

#include "support/oracle.hpp"

using oracle::Real;

namespace {

const std::vector<double> scores{1.0, -2.5, 700.0, 699.0, 3.0, 701.5},
    values{1.0, 2.0, -3.0, 4.0, 5.0, 0.5};

/// Tile by tile: a bit that is set ends a tile.
template <class T>
nn::StreamingMean<T> in_tiles(unsigned cuts) {
    const std::vector<T> s(scores.begin(), scores.end()),
        v(values.begin(), values.end());
    nn::StreamingMean<T> mean;
    std::size_t first = 0;
    for (std::size_t i = 0; i < s.size(); ++i) {
        if (i + 1 < s.size() && !(cuts >> i & 1U)) continue;
        mean.absorb({&s[first], i + 1 - first}, {&v[first], i + 1 - first});
        first = i + 1;
    }
    return mean;
}

}  // namespace

TEST_CASE("the same mean however the scores are cut", "[streaming-mean]") {
    Real sum = 0, mix = 0;
    for (std::size_t i = 0; i < scores.size(); ++i)
        sum += exp(Real(scores[i])), mix += exp(Real(scores[i])) * values[i];
    for (unsigned cuts = 0; cuts < 32; ++cuts) {
        CHECK(oracle::ulp_error(in_tiles<double>(cuts).mean(), Real(mix / sum)) <=
              8);
        CHECK(oracle::ulp_error(in_tiles<float>(cuts).mean(), Real(mix / sum)) <=
              8);
        CHECK(in_tiles<double>(cuts).largest == 701.5);
        CHECK(abs(in_tiles<Real>(cuts).mean() - mix / sum) < Real("1e-45"));
    }
}

TEST_CASE("what came before fades where a score is larger", "[streaming-mean]") {
    nn::StreamingMean<double> mean;
    const double zero = 0.0, two = 2.0, one = 1.0;
    mean.absorb({&zero, 1}, {&one, 1});
    CHECK((mean.fade == 0.0 && mean.sum == 1.0 && mean.mix == 1.0));
    mean.absorb({&two, 1}, {&zero, 1});
    CHECK((mean.fade == std::exp(-2.0) && mean.mix == std::exp(-2.0)));
    CHECK((mean.sum == 1.0 + std::exp(-2.0) && mean.largest == 2.0));
    mean.absorb({&one, 1}, {&zero, 1});
    CHECK((mean.fade == 1.0 && mean.largest == 2.0));
}

TEST_CASE("tiles of no scores, or without their values, are refused",
          "[streaming-mean]") {
    nn::StreamingMean<double> mean;
    CHECK_THROWS_WITH(
        mean.absorb({}, {}),
        "StreamingMean: 0 scores and 0 values; give a tile at least 1, "
        "and as many of both");
    CHECK_THROWS_WITH(mean.absorb(scores, {}),
                      oracle::mentions("6 scores and 0 values"));
}
