#include <cmath>
#include <limits>

#include "contract.hpp"
#include "exercises/columns.hpp"
#include "exercises/diagnosis.hpp"

namespace {

using diagnosis::Close;
using diagnosis::Column;
using diagnosis::show;
using nn::exercise::Tile;

constexpr double infinity = std::numeric_limits<double>::infinity();

struct Pair {
    std::string name;
    Tile a, b;
};

// What is known of some keys, from their scores and values.
Tile seen(const Column& scores, const diagnosis::Columns& values) {
    const double largest = *std::max_element(scores.begin(), scores.end());
    Tile tile{largest, 0.0, Column(values[0].size())};
    for (std::size_t j = 0; j < scores.size(); ++j) {
        const double e = std::exp(scores[j] - largest);
        tile.sum += e;
        for (std::size_t i = 0; i < tile.mix.size(); ++i)
            tile.mix[i] += e * values[j][i];
    }
    return tile;
}

Pair random_pair(std::size_t keys_a, std::size_t keys_b, double above,
                 std::uint32_t seed) {
    nn::Rng rng(seed);
    const auto tile = [&](std::size_t keys, double lift) {
        Column scores = diagnosis::normals(keys, rng);
        for (double& score : scores) score += lift;
        return seen(scores, diagnosis::normal_columns(keys, 3, rng));
    };
    const Tile a = tile(keys_a, above), b = tile(keys_b, 0.0);
    return {show(keys_a) + " keys and " + show(keys_b), a, b};
}

std::vector<Pair> pairs() {
    const Tile nobody{-infinity, 0.0, {0.0}}, somebody{1.0, 1.0, {5.0}};
    return {{"the tiles by hand", {0, 1, {8}}, {std::log(2.0), 1.5, {3}}},
            random_pair(4, 4, 3.0, 1),
            random_pair(2, 5, -2.0, 2),
            {"a tile that has seen nobody, and one key", nobody, somebody},
            {"one key, and a tile that has seen nobody", somebody, nobody},
            {"two tiles that have seen nobody", nobody, nobody},
            {"scores about 2000 apart", {2000, 1, {3}}, {1, 2, {4}}}};
}

// Two tiles together, and what people make of them.
struct Slip {
    bool sum_fades = true;
    bool mix_fades = true;
    bool b_fades = true;    // as a does
    bool inverted = false;  // e^(m − m_a)
    bool of_a = false;      // m stays that of a
    bool nobody = true;     // is a case of its own
    bool divided = false;   // the mix, by the sum
    bool absolute = false;  // e^m_a, relative to nothing
    bool halves = false;    // the mean of both
};

double fade(double own, double largest, const Slip& slip) {
    if (slip.absolute) return std::exp(own);
    return std::exp(slip.inverted ? largest - own : own - largest);
}

Tile together(const Pair& pair, const Slip& slip) {
    const auto& [name, a, b] = pair;
    const double largest = slip.of_a ? a.largest : std::max(a.largest, b.largest);
    if (std::max(a.largest, b.largest) == -infinity && slip.nobody) return a;
    const double fade_a = fade(a.largest, largest, slip);
    const double fade_b = slip.b_fades ? fade(b.largest, largest, slip) : 1.0;
    Tile both{largest,
              slip.sum_fades ? fade_a * a.sum + fade_b * b.sum : a.sum + b.sum,
              a.mix};
    for (std::size_t i = 0; i < both.mix.size(); ++i) {
        both.mix[i] = slip.mix_fades ? fade_a * a.mix[i] + fade_b * b.mix[i]
                                     : a.mix[i] + b.mix[i];
        if (slip.divided) both.mix[i] /= both.sum;
        if (slip.halves) both.mix[i] /= 2;
    }
    return both;
}

// m, the sum, then the mix.
std::vector<Close> row_of(const Tile& tile) {
    return diagnosis::rounded(
        diagnosis::joined({{tile.largest, tile.sum}, tile.mix}));
}

std::vector<diagnosis::Mistake<Pair, std::vector<Close>>> mistakes() {
    std::vector<diagnosis::Mistake<Pair, std::vector<Close>>> all;
    const auto mistake = [&](const std::string& name, const Slip& slip) {
        all.push_back(
            {name, [=](const Pair& pair) { return row_of(together(pair, slip)); }});
    };
    mistake("the sums are added as they are: they are relative to different scores",
            {.sum_fades = false});
    mistake(
        "the mixes are added as they are: they are relative to different scores",
        {.mix_fades = false});
    mistake("nothing fades: both tiles are to be relative to the larger m",
            {.sum_fades = false, .mix_fades = false});
    mistake("only the first tile fades: the second may be the one with less",
            {.b_fades = false});
    mistake("what is to fade grows: the factor is e^(m_a − m), and at most 1",
            {.inverted = true});
    mistake("m is that of the first tile: it is the larger of both",
            {.of_a = true});
    mistake("−∞ less −∞ is not a number: two tiles may both have seen nobody",
            {.nobody = false});
    mistake("the mix is divided by the sum: that is for the end, after all tiles",
            {.divided = true});
    mistake("the factors are e^m: relative to the larger m nothing overflows",
            {.absolute = true});
    mistake("the mean of the mixes: what both have seen adds up", {.halves = true});
    return all;
}

}  // namespace

TEST_CASE("Two tiles together: m, the sum, then the mix") {
    diagnosis::check<Pair, std::vector<Close>>(
        {.inputs = pairs(),
         .describe = [](const Pair& pair) { return pair.name; },
         .right = [](const Pair& pair) { return row_of(together(pair, {})); },
         .yours =
             [](const Pair& pair) {
                 return row_of(nn::exercise::merged(pair.a, pair.b));
             },
         .mistakes = mistakes()});
}
