#include "nn/rank_correlation.hpp"

#include <limits>

#include "support/catch.hpp"

namespace {

using Numbers = std::vector<double>;

}  // namespace

TEST_CASE("equal numbers share the mean of their ranks", "[rank_correlation]") {
    CHECK(nn::mean_ranks(Numbers{}).empty());
    CHECK(nn::mean_ranks(Numbers{3, 1, 2}) == Numbers{3, 1, 2});
    CHECK(nn::mean_ranks(Numbers{5, 1, 5, 5, 0}) == Numbers{4, 2, 4, 4, 1});
    CHECK(nn::mean_ranks(Numbers{7, 7}) == Numbers{1.5, 1.5});
    CHECK(nn::mean_ranks(Numbers{0.0, -0.0}) == Numbers{1.5, 1.5});
    constexpr double infinite = std::numeric_limits<double>::infinity();
    CHECK(nn::mean_ranks(Numbers{infinite, 2, -infinite}) == Numbers{3, 2, 1});
}

TEST_CASE("the order counts, not the numbers", "[rank_correlation]") {
    CHECK(nn::spearman(Numbers{1, 2, 3}, Numbers{-8, 100, 1e9}) == 1.0);
    CHECK(nn::spearman(Numbers{1, 2, 3}, Numbers{3, 2, 1}) == -1.0);
    CHECK(nn::spearman(Numbers{1, 2, 3, 4}, Numbers{2, 1, 4, 3}) == Approx(0.6));
    CHECK(nn::spearman(Numbers{1, 2, 2, 3}, Numbers{1, 2, 3, 4}) ==
          Approx(4.5 / std::sqrt(4.5 * 5)));
}

TEST_CASE("lists without an order are refused", "[rank_correlation]") {
    const auto refuses = [](const Numbers& x, const Numbers& y,
                            const std::string& problem) {
        CHECK_THROWS_WITH(nn::spearman(x, y), problem);
    };
    refuses(
        {1, 2}, {1, 2, 3},
        "spearman: 2 and 3 numbers; give two lists of one length, of at least 2");
    refuses(
        {1}, {1},
        "spearman: 1 and 1 numbers; give two lists of one length, of at least 2");
    const std::string equal =
        "spearman: all 2 numbers of a list are equal; they have no order to "
        "compare";
    refuses({1, 1}, {1, 2}, equal);
    refuses({1, 2}, {2, 2}, equal);
    refuses({1, std::numeric_limits<double>::quiet_NaN()}, {1, 2},
            "mean_ranks: a number is NaN; it has no rank");
}
