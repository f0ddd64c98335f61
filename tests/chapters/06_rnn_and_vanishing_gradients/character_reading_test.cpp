/// What a trained model is asked for, against a loop that reads one symbol after
/// the other in double.
#include "nn/character_reading.hpp"

#include <numbers>

#include "nn/character_trainer.hpp"
#include "small_characters.hpp"
#include "support/catch.hpp"

using small_characters::all_cells;
using small_characters::SimpleReader;
using small_characters::Text;

namespace {

nn::CharacterModel trained(nn::CellKind cell) {
    static const Text text = small_characters::text(2001);
    nn::CharacterModel model = small_characters::model(cell, 8);
    nn::CharacterTrainer trainer(model, text, {.sequences = 10, .steps = 20});
    for (int i = 0; i < 60; ++i) trainer.step();
    return model;
}

/// The bits of 32 places, `each` symbols from each.
double simple_bits(const nn::CharacterModel& model, const Text& text,
                   std::size_t each) {
    double nats = 0.0;
    for (std::size_t place = 0; place < 32; ++place) {
        SimpleReader reader(model);
        for (std::size_t i = place * each; i < (place + 1) * each; ++i)
            nats += small_characters::nats(reader.read(text[i]), text[i + 1]);
    }
    return nats / static_cast<double>(32 * each) / std::numbers::ln2;
}

}  // namespace

TEST_CASE("the bits of a text are those of a loop over its symbols",
          "[character]") {
    for (const nn::CellKind cell : all_cells) {
        const nn::CharacterModel model = trained(cell);
        // one symbol a place; less than a chunk; two chunks and a rest
        for (const auto& [size, each] : {std::pair<std::size_t, std::size_t>{33, 1},
                                         {64, 1},
                                         {65, 2},
                                         {32 * 99 + 1, 99},
                                         {32 * 234 + 17, 200}}) {
            const Text text = small_characters::text(size, 99);
            INFO(nn::name_of(cell) << ", " << size << " symbols");
            const double bits = nn::bits_of_text(model, text, 1);
            CHECK(std::abs(bits - simple_bits(model, text, each)) <= 1e-4);
            CHECK(nn::bits_of_text(model, text, 3) == bits);
        }
    }
}

TEST_CASE("a text too short to be judged is refused", "[character]") {
    const nn::CharacterModel model = small_characters::model(nn::CellKind::gru);
    CHECK_THROWS_WITH(nn::bits_of_text(model, small_characters::text(32), 1),
                      oracle::mentions("32 symbols"));
}

TEST_CASE("a text goes on with what is likely after all before it", "[character]") {
    const Text beginning{3, 1, 4};
    for (const nn::CellKind cell : all_cells) {
        const nn::CharacterModel model = trained(cell);
        nn::Rng rng(1);
        const Text drawn = nn::go_on(model, beginning, 40, 0.001, rng);
        REQUIRE(drawn.size() == 40);
        SimpleReader reader(model);
        arma::vec scores;
        for (const nn::Token symbol : beginning) scores = reader.read(symbol);
        for (const nn::Token symbol : drawn) {
            CHECK(scores.max() - scores[symbol] < 0.01);
            scores = reader.read(symbol);
        }
    }
}

TEST_CASE("the same seed draws the same text, another one another", "[character]") {
    const nn::CharacterModel model = trained(nn::CellKind::lstm);
    const auto drawn = [&](std::uint32_t seed, std::size_t count) {
        nn::Rng rng(seed);
        return nn::go_on(model, Text{2}, count, 1.0, rng);
    };
    CHECK(drawn(5, 60) == drawn(5, 60));
    CHECK(drawn(5, 60) != drawn(6, 60));
    CHECK(drawn(5, 0).empty());
    const Text shorter = drawn(5, 30), longer = drawn(5, 60);
    CHECK(std::equal(shorter.begin(), shorter.end(), longer.begin()));
}

TEST_CASE("to go on takes a beginning and a temperature", "[character]") {
    const nn::CharacterModel model = small_characters::model(nn::CellKind::lstm);
    nn::Rng rng(1);
    CHECK_THROWS_WITH(nn::go_on(model, {}, 3, 1.0, rng), oracle::mentions("go_on"));
    for (const double bad : {0.0, -1.0, std::nan(""), HUGE_VAL})
        CHECK_THROWS_AS(nn::go_on(model, Text{1}, 3, bad, rng),
                        std::invalid_argument);
    CHECK_THROWS_AS(nn::go_on(model, Text{6}, 3, 1.0, rng), std::invalid_argument);
}

TEST_CASE("the states along a text are those of a loop", "[character]") {
    const Text text = small_characters::text(70, 3);
    for (const nn::CellKind cell : all_cells) {
        const nn::CharacterModel model = trained(cell);
        const arma::fmat states = nn::states_along(model, text);
        REQUIRE(arma::size(states) == arma::size(8, 70));
        SimpleReader reader(model);
        double worst = 0.0, largest = 0.0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            reader.read(text[i]);
            const std::vector<double> right = reader.state();
            for (std::size_t k = 0; k < 8; ++k) {
                worst = std::max(worst, std::abs(right[k] - double(states(k, i))));
                largest = std::max(largest, std::abs(right[k]));
            }
        }
        INFO(nn::name_of(cell));
        CHECK(worst <= 1e-5 * largest);
        CHECK(largest > 0.5);
    }
    CHECK_THROWS_AS(
        nn::states_along(small_characters::model(nn::CellKind::gru), {}),
        std::invalid_argument);
}
