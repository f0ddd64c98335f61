/// The same words in another order, found and matched.
#include "word_order.hpp"

#include "support/catch.hpp"

using nn::Clause;
using Words = std::vector<nn::Token>;

namespace {

std::vector<std::pair<std::size_t, std::size_t>> pairs_of(
    const std::vector<Clause>& clauses, std::size_t shortest = 3) {
    std::vector<std::pair<std::size_t, std::size_t>> all;
    for (const auto& [one, other] : nn::same_words_other_order(clauses, shortest))
        all.emplace_back(one, other);
    return all;
}

std::vector<std::size_t> exchange(const Words& one, const Words& other) {
    const auto found = nn::exchange_of(one, other);
    if (!found) return {};
    return {found->before, found->first, found->middle, found->second};
}

}  // namespace

TEST_CASE("clauses are paired with the first one of the same words",
          "[word-order]") {
    using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;
    const std::vector<Clause> clauses{
        {0, {1, 2, 3}}, {0, {4, 5, 6}}, {1, {3, 2, 1}}, {1, {1, 2, 3}},
        {2, {3, 2, 1}}, {2, {2, 1, 3}}, {3, {6, 5, 4}}, {3, {1, 2, 3, 3}},
        {4, {7, 8}},    {4, {8, 7}},    {5, {}}};
    CHECK(pairs_of(clauses) == Pairs{{0, 2}, {0, 5}, {1, 6}});
    CHECK(pairs_of(clauses, 2) == Pairs{{0, 2}, {0, 5}, {1, 6}, {8, 9}});
    CHECK(pairs_of({}).empty());
}

TEST_CASE("an exchange is found with its longest middle", "[word-order]") {
    using Lengths = std::vector<std::size_t>;
    CHECK(exchange({9, 1, 5, 6, 2, 8}, {9, 2, 5, 6, 1, 8}) == Lengths{1, 1, 2, 1});
    CHECK(exchange({1, 1, 5, 2}, {2, 5, 1, 1}) == Lengths{0, 2, 1, 1});
    CHECK(exchange({1, 5, 2, 3}, {2, 3, 5, 1}) == Lengths{0, 1, 1, 2});
    CHECK(exchange({1, 2}, {2, 1}).empty());           // no middle
    CHECK(exchange({1, 2, 3}, {2, 3, 1}).empty());     // moved, not exchanged
    CHECK(exchange({1, 2, 3}, {1, 2, 3}).empty());     // the same
    CHECK(exchange({1, 5, 2}, {2, 5, 9}).empty());     // other words
    CHECK(exchange({1, 2, 3}, {3, 2, 1, 1}).empty());  // of another length
    CHECK(exchange({}, {}).empty());
}

TEST_CASE("each word is found in the other order", "[word-order]") {
    const Words one{7, 1, 5, 7, 2}, other{7, 2, 5, 7, 1};
    CHECK(nn::places_in(one, other) == std::vector<std::size_t>{0, 4, 2, 3, 1});
    CHECK(nn::places_in({}, {}).empty());
    CHECK_THROWS_WITH(nn::places_in(one, Words{7, 2, 5, 1, 1}),
                      oracle::mentions("5 words and 5, of which 3 are the same"));
    CHECK_THROWS_WITH(nn::places_in(Words{1}, Words{1, 1}),
                      oracle::mentions("1 words and 2"));
}
