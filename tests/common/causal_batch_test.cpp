/// Pieces of a text, one after the other and from random places.
#include "nn/causal_batch.hpp"

#include <numeric>
#include <stdexcept>

#include "support/catch.hpp"

using nn::CausalBatch;

namespace {

/// 0, 1, 2 … 19
std::vector<nn::Token> counting() {
    std::vector<nn::Token> text(20);
    std::iota(text.begin(), text.end(), 0);
    return text;
}

}  // namespace

TEST_CASE("pieces one after the other", "[causal]") {
    const CausalBatch batch = nn::first_pieces(counting(), 3, 2);
    CHECK(batch.sequences == 2);
    CHECK(batch.symbols == std::vector<nn::Token>{0, 1, 2, 3, 4, 5});
    CHECK(batch.right == std::vector<nn::Token>{1, 2, 3, 4, 5, 6});
    CHECK(nn::first_pieces(counting(), 19, 1).right.back() == 19);
    CHECK_THROWS_WITH(
        nn::first_pieces(counting(), 5, 4),
        "first_pieces: 4 pieces of 5 symbols from a text of 20; give at "
        "least 1 of each and a text of at least 21");
    CHECK_THROWS_AS(nn::first_pieces(counting(), 0, 4), std::invalid_argument);
    CHECK_THROWS_AS(nn::first_pieces(counting(), 4, 0), std::invalid_argument);
}

TEST_CASE("pieces from places drawn at random", "[causal]") {
    nn::Rng rng(8);
    std::vector<int> begun(20);
    const CausalBatch batch = nn::random_pieces(counting(), 5, 2000, rng);
    for (std::size_t s = 0; s < 2000; ++s) {
        ++begun[batch.symbols[5 * s]];
        for (std::size_t t = 0; t < 5; ++t) {
            CHECK(batch.symbols[5 * s + t] == batch.symbols[5 * s] + t);
            CHECK(batch.right[5 * s + t] == batch.symbols[5 * s + t] + 1);
        }
    }
    for (int place = 0; place < 20; ++place)  // the last piece ends before 19
        CHECK((begun[std::size_t(place)] > 80) == (place < 15));
    CHECK(nn::random_pieces(counting(), 19, 1, rng).symbols.front() == 0);
    CHECK_THROWS_WITH(
        nn::random_pieces(counting(), 20, 1, rng),
        "random_pieces: 1 pieces of 20 symbols from a text of 20; give "
        "at least 1 of each and a text of at least 21");
    CHECK_THROWS_AS(nn::random_pieces(counting(), 0, 1, rng),
                    std::invalid_argument);
    CHECK_THROWS_AS(nn::random_pieces(counting(), 1, 0, rng),
                    std::invalid_argument);
}
