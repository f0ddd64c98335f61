/// How characters are learnt: down, the same bytes at any number of threads, and
/// the same bytes after a break.
#include "nn/character_trainer.hpp"

#include <limits>

#include "small_characters.hpp"
#include "support/catch.hpp"

using small_characters::all_cells;
using small_characters::Text;

namespace {

/// Forty sequences are three shards.
constexpr nn::CharacterTraining small{
    .sequences = 40, .steps = 10, .chunks = 3, .learning_rate = 0.02};

std::vector<double> losses(nn::CharacterTrainer& trainer, int steps) {
    std::vector<double> all;
    for (int i = 0; i < steps; ++i) all.push_back(trainer.step());
    return all;
}

std::string refusal(std::size_t symbols, const nn::CharacterTraining& training) {
    nn::CharacterModel model = small_characters::model(nn::CellKind::elman);
    const Text text = small_characters::text(symbols);
    try {
        nn::CharacterTrainer(model, text, training);
    } catch (const std::invalid_argument& error) {
        return error.what();
    }
    return "no refusal";
}

}  // namespace

TEST_CASE("the loss falls, from a guess towards what can be known", "[character]") {
    const Text text = small_characters::text(4001);
    // 0.8 + 0.2 / 6 for the likely symbol, 0.2 / 6 for five others
    const double least = -(0.8 + 0.2 / 6) * std::log(0.8 + 0.2 / 6) -
                         5 * 0.2 / 6 * std::log(0.2 / 6);
    for (const nn::CellKind cell : all_cells) {
        nn::CharacterModel model = small_characters::model(cell, 24, 1);
        nn::CharacterTrainer trainer(model, text, small);
        const std::vector<double> way = losses(trainer, 300);
        INFO(nn::name_of(cell));
        CHECK(way.front() == Approx(std::log(6.0)).epsilon(0.05));
        CHECK(way.back() < least + 0.25);
        CHECK(way.back() > least - 0.15);
        CHECK(trainer.gradient_norm() > 0);
        CHECK(trainer.gradient_norm() < 1);
    }
}

TEST_CASE("the same bytes at any number of threads", "[character]") {
    const Text text = small_characters::text(2001);
    for (const nn::CellKind cell : all_cells) {
        std::vector<std::vector<float>> learnt;
        for (const unsigned threads : {1, 2, 4}) {
            nn::CharacterModel model = small_characters::model(cell);
            nn::CharacterTraining training = small;
            training.threads = threads;
            nn::CharacterTrainer trainer(model, text, training);
            losses(trainer, 12);
            learnt.push_back(small_characters::parameters_of(model));
        }
        CHECK(learnt[0] == learnt[1]);
        CHECK(learnt[0] == learnt[2]);
    }
}

TEST_CASE("after a break training goes on to the same bytes", "[character]") {
    const Text text = small_characters::text(2001);  // 5 steps an epoch
    for (const nn::CellKind cell : all_cells)
        for (const int before : {0, 1, 7, 10}) {
            nn::CharacterModel whole = small_characters::model(cell);
            nn::CharacterTrainer without_break(whole, text, small);
            nn::CharacterModel first = small_characters::model(cell);
            nn::CharacterTrainer trainer(first, text, small);
            losses(without_break, before), losses(trainer, before);

            nn::CharacterModel second = first;
            nn::CharacterTrainer resumed(second, text, small);
            resumed.resume(trainer.state());
            CHECK(resumed.steps_done() == std::size_t(before));
            CHECK(losses(resumed, 8) == losses(without_break, 8));
            CHECK(small_characters::parameters_of(second) ==
                  small_characters::parameters_of(whole));
        }
}

TEST_CASE(
    "a chunk goes on where the one before it ended, until the states are "
    "emptied",
    "[character]") {
    const Text text = small_characters::text(2001);  // 5 steps an epoch
    const auto standing = [&](std::size_t chunks) {
        nn::CharacterModel model = small_characters::model(nn::CellKind::gru);
        nn::CharacterTraining training = small;
        training.chunks = chunks;
        training.learning_rate = 1e-12;  // learns nothing
        nn::CharacterTrainer trainer(model, text, training);
        return losses(trainer, 10);
    };
    const std::vector<double> each = standing(1), third = standing(3),
                              never = standing(100);
    for (std::size_t i = 0; i < 5; ++i) {
        INFO(i);
        CHECK(each[i] == Approx(each[i + 5]).margin(1e-7));
        CHECK(third[i] == Approx(third[i + 5]).margin(1e-7));
        const bool is_empty = i % 3 == 0;
        CHECK((std::abs(each[i] - third[i]) < 1e-7) == is_empty);
        CHECK((std::abs(third[i] - never[i]) < 1e-7) == (i < 3));
    }
    CHECK(each[0] == Approx(never[5]).margin(1e-7));  // a new beginning
}

TEST_CASE("a loss that is no number changes nothing", "[character]") {
    const Text text = small_characters::text(2001);
    constexpr float infinity = std::numeric_limits<float>::infinity();
    for (const nn::CellKind cell : all_cells)
        for (const float bad : {infinity, -infinity, infinity - infinity}) {
            nn::CharacterModel model = small_characters::model(cell);
            nn::CharacterTrainer trainer(model, text, small);
            losses(trainer, 2);
            model.parameters().back() = bad;  // a bias of the scores
            const std::vector<float> before =
                small_characters::parameters_of(model);
            const nn::TrainingState state = trainer.state();
            CHECK(!std::isfinite(trainer.step()));
            const std::vector<float> after = small_characters::parameters_of(model);
            CHECK(std::equal(before.begin(), before.end() - 1, after.begin()));
            CHECK(trainer.steps_done() == 2);
            CHECK(trainer.state().adam.mean == state.adam.mean);
            CHECK(trainer.state().adam.fade1 == state.adam.fade1);
        }
}

TEST_CASE("texts and trainings that make no step are refused", "[character]") {
    CHECK(refusal(400, small) ==
          "CharacterTrainer: a text of 400 symbols where a step reads 400 and the "
          "one behind them; give a longer text, or fewer sequences or steps");
    CHECK(refusal(401, small) == "no refusal");
    CHECK_THAT(refusal(401, {.sequences = 0}), oracle::mentions("0 sequences"));
    CHECK_THAT(refusal(401, {.steps = 0}), oracle::mentions("0 steps"));
    CHECK_THAT(refusal(401, {.chunks = 0}), oracle::mentions("0 chunks"));
    CHECK(nn::steps_of_epoch(401, small) == 1);
    CHECK(nn::steps_of_epoch(800, small) == 1);
    CHECK(nn::steps_of_epoch(801, small) == 2);
}

TEST_CASE("a state of another training is refused", "[character]") {
    const Text text = small_characters::text(2001);
    nn::CharacterModel model = small_characters::model(nn::CellKind::lstm);
    nn::CharacterTrainer trainer(model, text, small);
    losses(trainer, 1);
    const nn::TrainingState good = trainer.state();
    const auto refused = [&](const nn::TrainingState& state) {
        CHECK_THROWS_AS(trainer.resume(state), std::invalid_argument);
    };
    nn::TrainingState state = good;
    state.states.pop_back();
    refused(state);
    state = good;
    state.states.resize(state.states.size() - 3);  // a state less a shard
    refused(state);
    state = good;
    state.states[0].resize(6, state.states[0].n_cols);
    refused(state);
    state = good;
    state.adam.mean.pop_back();
    refused(state);
    trainer.resume(good);
    CHECK(trainer.steps_done() == 1);
}
