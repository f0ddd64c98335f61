/// Copying and reversing, and what can be said without places.
#include "copy_task.hpp"
#include "support/catch.hpp"

using nn::SequencePairs;
using nn::Token;

TEST_CASE("copies are copies, reversals are backwards", "[copy]") {
    nn::Rng rng(1), same(1);
    const SequencePairs copy = nn::copy_pairs(6, 9, 40, rng);
    CHECK((copy.sequences == 40 && copy.source_length() == 9));
    CHECK(copy.source == copy.target);
    std::vector<int> count(6);
    for (const Token symbol : copy.source) ++count.at(symbol);
    for (const int n : count) CHECK(n > 30);  // of 360, 60 each are to be expected
    const SequencePairs back = nn::reversal_pairs(6, 9, 40, same);
    CHECK(back.source == copy.source);
    for (std::size_t t = 0; t < 9; ++t)
        for (std::size_t s = 0; s < 40; ++s)
            CHECK(back.target[t * 40 + s] == back.source[(8 - t) * 40 + s]);
    CHECK_THROWS_WITH(
        nn::copy_pairs(0, 3, 2, rng),
        "copy_pairs: 2 sequences of 3 of 0 symbols; give at least 1 of each");
    CHECK_THROWS_AS(nn::copy_pairs(4, 0, 2, rng), std::invalid_argument);
    CHECK_THROWS_AS(nn::copy_pairs(4, 3, 0, rng), std::invalid_argument);
    CHECK_THROWS_AS(nn::reversal_pairs(4, 3, 0, rng), std::invalid_argument);
}

TEST_CASE("shares of what is right", "[copy]") {
    // two sequences of three: 1 2 3 and 4 5 6
    const SequencePairs pairs{
        .sequences = 2, .source = {}, .target = {1, 4, 2, 5, 3, 6}};
    const std::vector<Token> written{1, 4, 2, 5, 0, 6};
    CHECK(nn::share_right(written, pairs.target) == 5.0 / 6);
    CHECK(nn::share_all_right(written, pairs) == 0.5);
    CHECK(nn::share_all_right(pairs.target, pairs) == 1.0);
    CHECK(nn::share_all_right(std::vector<Token>{0, 0, 2, 5, 3, 6}, pairs) == 0.0);
    const std::vector<Token> none;
    CHECK_THROWS_WITH(
        nn::share_right(written, none),
        "share_right: 6 symbols written and 0 wanted; give as many of "
        "both, at least 1");
    CHECK_THROWS_AS(nn::share_right(none, none), std::invalid_argument);
    CHECK_THROWS_AS(nn::share_all_right(none, pairs), std::invalid_argument);
}

TEST_CASE("who knows the bag says the most common of the others", "[copy]") {
    // 2 2 0 1, and 1 1 1 0
    const SequencePairs pairs{.sequences = 2, .source = {2, 1, 2, 1, 0, 1, 1, 0}};
    const std::vector<Token> guess = nn::bag_guess(pairs, 3);
    // at a 2 each symbol is there once: the first is said
    CHECK(guess == std::vector<Token>{0, 1, 0, 1, 2, 1, 2, 1});
}
