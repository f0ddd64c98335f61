#include <string>

#include "contract.hpp"
#include "exercises/diagnosis.hpp"

namespace {

using diagnosis::show;
using nn::exercise::Shape;

constexpr Shape by_hand{3, 2, 1, 1, 1};
constexpr Shape baby{65, 64, 4, 4, 128};
constexpr Shape gpt_2{50257, 1024, 12, 12, 768};

// A count, and what people make of it.
struct Slip {
    bool untied = false;  // a matrix of its own for the scores
    bool positions = true;
    bool biases = true;  // of the matrices
    bool norm_biases = true;
    bool norms_in_layers = true;
    bool last_norm = true;
    bool output = true;     // W_O
    bool per_head = false;  // matrices of full width for each head
    bool all_layers = true;
    std::size_t units = 4;  // of feed-forward, in widths
    bool way_back = true;   // from the units to the stream
};

std::size_t layer(std::size_t inputs, std::size_t outputs, const Slip& slip) {
    return inputs * outputs + (slip.biases ? outputs : 0);
}

std::size_t block(const Shape& shape, const Slip& slip) {
    const std::size_t w = shape.width, units = slip.units * w;
    const std::size_t norm = slip.norm_biases ? 2 * w : w;
    return (slip.norms_in_layers ? 2 * norm : 0) +
           layer(w, 3 * w, slip) * (slip.per_head ? shape.heads : 1) +
           (slip.output ? layer(w, w, slip) : 0) + layer(w, units, slip) +
           (slip.way_back ? layer(units, w, slip) : 0);
}

std::size_t count(const Shape& shape, const Slip& slip) {
    const std::size_t w = shape.width;
    const std::size_t rows = shape.vocabulary * (slip.untied ? 2 : 1) +
                             (slip.positions ? shape.context : 0);
    const std::size_t norm = slip.norm_biases ? 2 * w : w;
    return rows * w + (slip.all_layers ? shape.layers : 1) * block(shape, slip) +
           (slip.last_norm ? norm : 0);
}

std::vector<diagnosis::Mistake<Shape, std::size_t>> mistakes() {
    std::vector<diagnosis::Mistake<Shape, std::size_t>> all;
    const auto mistake = [&](const std::string& name, const Slip& slip) {
        all.push_back(
            {name, [=](const Shape& shape) { return count(shape, slip); }});
    };
    mistake(
        "the scores have a matrix of their own: they are made with the tokens' "
        "vectors",
        {.untied = true});
    mistake("the places are left out: each has a vector", {.positions = false});
    mistake("the biases are left out: each matrix of a layer has one",
            {.biases = false});
    mistake(
        "the biases of the normalisations are left out: each has a gain and one",
        {.norm_biases = false});
    mistake("the normalisations of the layers are left out: each layer has two",
            {.norms_in_layers = false});
    mistake("the last normalisation is left out: it comes behind all layers",
            {.last_norm = false});
    mistake("the matrix behind the heads is left out: W_O puts them together",
            {.output = false});
    mistake("each head has the whole width: the heads share it",
            {.per_head = true});
    mistake("one layer alone: each has matrices of its own", {.all_layers = false});
    mistake(
        "feed-forward has as many units as the width: it has four times as many",
        {.units = 1});
    mistake(
        "the second matrix of feed-forward is left out: it leads back to the "
        "stream",
        {.way_back = false});
    return all;
}

std::string describe(const Shape& s) {
    return show(s.vocabulary) + " tokens, a context of " + show(s.context) +
           ", layers: " + show(s.layers) + ", heads: " + show(s.heads) +
           ", width: " + show(s.width);
}

}  // namespace

TEST_CASE("The number of parameters") {
    diagnosis::check<Shape, std::size_t>(
        {.inputs = {by_hand, baby, gpt_2, {7, 5, 2, 3, 6}},
         .describe = describe,
         .right = [](const Shape& shape) { return count(shape, {}); },
         .yours =
             [](const Shape& shape) { return nn::exercise::parameters_of(shape); },
         .mistakes = mistakes()});
}

TEST_CASE("The smallest GPT-2 has as many as are published") {
    CHECK(count(gpt_2, {}) == 124'439'808);
    CHECK(count(by_hand, {}) == 32);
}
