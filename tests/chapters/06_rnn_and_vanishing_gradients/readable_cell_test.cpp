/// A unit that follows something we planted is found, and nothing is where there is
/// nothing.
#include "readable_cell.hpp"

#include <cmath>

#include "nn/rng.hpp"
#include "support/catch.hpp"

namespace {

const std::u32string passage = U"ab c,\nde. f gh\ni";

std::vector<char32_t> characters(const std::u32string& text) {
    return {text.begin(), text.end()};
}

/// Lines and words of random lengths.
std::vector<char32_t> long_passage() {
    nn::Rng rng(3);
    std::vector<char32_t> text;
    for (int i = 0; i < 3000; ++i) {
        const double chance = rng.uniform();
        text.push_back(chance < 0.02   ? U'\n'
                       : chance < 0.05 ? U','
                       : chance < 0.2  ? U' '
                                       : U'a');
    }
    return text;
}

arma::fmat noise(arma::uword units, arma::uword places) {
    nn::Rng rng(4);
    arma::fmat states(units, places);
    for (float& state : states) state = static_cast<float>(rng.normal());
    return states;
}

}  // namespace

TEST_CASE("the clocks of a short passage", "[readable]") {
    const auto clocks = nn::reading_clocks(characters(passage));
    REQUIRE(clocks.size() == 5);
    const arma::vec line{1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 1};
    const arma::vec word{1, 2, 0, 1, 2, 0, 1, 2, 3, 0, 1, 0, 1, 2, 0, 1};
    const arma::vec mark{1, 2, 3, 4, 0, 0, 1, 2, 0, 1, 2, 3, 4, 5, 0, 1};
    const arma::vec space{0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0, 0, 1, 0};
    CHECK(arma::all(clocks[0].values == line));
    CHECK(clocks[1].values[5] == 0);
    CHECK(clocks[1].values[13] == Approx(std::log(9.0)));
    CHECK(arma::all(clocks[2].values == word));
    CHECK(arma::all(clocks[3].values == mark));
    CHECK(arma::all(clocks[4].values == space));
}

TEST_CASE("a planted unit is found, whichever clock it follows", "[readable]") {
    const auto clocks = nn::reading_clocks(long_passage());
    for (std::size_t clock = 0; clock < clocks.size(); ++clock)
        for (const float way : {2.0F, -0.5F}) {
            arma::fmat states = noise(6, 3000);
            const arma::frowvec hand =
                arma::conv_to<arma::frowvec>::from(clocks[clock].values.t());
            states.row(4) = way * hand + 0.01F * states.row(4);
            const nn::ReadableUnit found = nn::most_readable(states, clocks);
            CHECK(found.unit == 4);
            CHECK(found.clock == clock);
            CHECK(std::abs(found.correlation) > 0.99);
            CHECK((found.correlation > 0) == (way > 0));
            CHECK(nn::correlation_with(states, 4, clocks[clock]) ==
                  found.correlation);
        }
}

TEST_CASE("noise follows nothing, and what stands still neither", "[readable]") {
    const auto clocks = nn::reading_clocks(long_passage());
    CHECK(std::abs(nn::most_readable(noise(6, 3000), clocks).correlation) < 0.1);
    const arma::fmat still(6, 3000, arma::fill::ones);
    CHECK(nn::most_readable(still, clocks).correlation == 0);
    CHECK(nn::correlation_with(still, 2, clocks[0]) == 0);
    const auto one_word = nn::reading_clocks(characters(U"aaaa"));
    CHECK(nn::correlation_with(noise(1, 4), 0, one_word[4]) == 0);
}

TEST_CASE("states and clocks of different lengths are refused", "[readable]") {
    const auto clocks = nn::reading_clocks(characters(passage));
    CHECK_THROWS_WITH(nn::most_readable(noise(2, 15), clocks),
                      oracle::mentions("15 states and 16 values"));
}
