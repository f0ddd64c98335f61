#include "nn/lanes.hpp"

#include <vector>

#include "nn/rng.hpp"
#include "support/catch.hpp"

TEST_CASE("every term is added once, whatever their number", "[lanes]") {
    for (std::size_t n = 0; n < 100; ++n) {
        std::vector<int> asked(n);
        const int sum = nn::sum_in_lanes<int>(n, [&](std::size_t i) {
            ++asked.at(i);
            return static_cast<int>(i * i);
        });
        int right = 0;
        for (std::size_t i = 0; i < n; ++i) right += static_cast<int>(i * i);
        CHECK(sum == right);
        CHECK(asked == std::vector<int>(n, 1));
    }
}

TEST_CASE("sums in lanes keep their digits", "[lanes]") {
    nn::Rng rng(7);
    for (const std::size_t n : {1, 15, 16, 17, 1000, 4099}) {
        std::vector<float> terms(n);
        double right = 0;
        for (float& term : terms) right += term = static_cast<float>(rng.uniform());
        const float sum =
            nn::sum_in_lanes<float>(n, [&](std::size_t i) { return terms[i]; });
        const double ulp = 0x1p-24 * 2;
        CHECK(std::abs(sum - right) <=
              (static_cast<double>(n) / 16 + 16) * ulp * right);
    }
}

TEST_CASE("the order of the additions is that of 16 lanes", "[lanes]") {
    // 0x1p24F + 1 is itself, but 0x1p24F + (1 + 1) is not
    std::vector<float> terms(34);
    const auto sum = [&](std::size_t n) {
        return nn::sum_in_lanes<float>(n, [&](std::size_t i) { return terms[i]; });
    };
    terms[0] = 0x1p24F, terms[1] = 1, terms[17] = 1;
    CHECK(sum(32) == 0x1p24F + 2);  // one lane, which is added to another
    terms[2] = 1, terms[17] = 0;
    CHECK(sum(32) == 0x1p24F);  // two lanes, one after the other
    terms[1] = terms[2] = 0, terms[32] = terms[33] = 1;
    CHECK(sum(34) == 0x1p24F + 2);  // what fills no lanes comes first
}
