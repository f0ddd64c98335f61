/// Trainings of one thread, and models with a part left out.
#include "small_training.hpp"

#include <cmath>
#include <set>

#include "ablation.hpp"
#include "adamw.hpp"
#include "look_models.hpp"
#include "nn/clipping.hpp"
#include "nn/io/blas_threads.hpp"
#include "support/catch.hpp"
#include "token_loss.hpp"

using nn::Transformer;

namespace {

nn::CausalBatch batch(std::uint32_t seed = 5) {
    return {.sequences = 2,
            .symbols = look_models::tokens(20, seed),
            .right = look_models::tokens(20, seed + 1)};
}

/// 0 1 2 3 0 1 2 3 …
std::vector<nn::Token> counting(std::size_t count) {
    std::vector<nn::Token> text(count);
    for (std::size_t i = 0; i < count; ++i) text[i] = nn::Token(i % 4);
    return text;
}

}  // namespace

TEST_CASE("a small training begins where the model does", "[small-training]") {
    const Transformer<float> model(look_models::shape());
    nn::Rng one(7), other(7);
    std::vector<float> expected(model.layout().size());
    model.begin(expected, other);
    CHECK(nn::beginning(model, one) == expected);
}

TEST_CASE("a step is AdamW's along the clipped gradient of a batch's mean loss",
          "[small-training]") {
    const Transformer<float> model(look_models::shape());
    std::vector<float> numbers = look_models::numbers(model);
    for (float& number : numbers) number *= 3;
    std::vector<float> expected = numbers;
    const nn::RateSchedule rate{.highest = 0.1, .warm_up = 4, .steps = 2};
    const auto losses =
        nn::train_small(model, numbers, rate, [] { return batch(); });

    nn::WorkerTeam team(1);
    nn::AdamW optimizer(model.layout(), {});
    REQUIRE(losses.size() == 2);
    for (const std::size_t step : {0, 1}) {
        nn::TransformerPass<float> pass;
        const nn::CausalBatch now = batch();
        model.forward(expected, now.symbols, 2, pass);
        const double loss = nn::token_loss<float>(pass.logits, now.right, 0.05F);
        CHECK(losses[step] == Approx(loss / 20));
        std::vector<float> gradient(expected.size());
        model.backward(expected, now.symbols, pass, gradient);
        CHECK(nn::gradient_norm<float>(gradient) > 1.0);  // clipping is seen
        nn::clip_by_norm<float>(gradient, 1.0);
        optimizer.step(expected, gradient, step == 0 ? 0.025 : 0.05, team);
    }
    CHECK(numbers == expected);
}

TEST_CASE("training lowers the loss, and calls done after each step",
          "[small-training]") {
    const Transformer<float> model(look_models::shape());
    std::vector<float> numbers = look_models::numbers(model);
    const double before = nn::mean_loss(model, numbers, batch());
    std::size_t steps = 0;
    const auto losses = nn::train_small(
        model, numbers, {.highest = 0.01, .warm_up = 5, .steps = 50},
        [] { return batch(); }, [&] { ++steps; });
    CHECK(steps == 50);
    CHECK(losses.size() == 50);
    CHECK(losses[0] == Approx(before));
    CHECK(nn::mean_loss(model, numbers, batch()) < 0.5 * before);
}

TEST_CASE("a training ends where the loss is no number", "[small-training]") {
    const Transformer<float> model(look_models::shape());
    std::vector<float> numbers = look_models::numbers(model);
    numbers[3] = std::nanf("");
    std::size_t steps = 0;
    const auto losses = nn::train_small(
        model, numbers, {.steps = 50},
        [] {
            return nn::CausalBatch{1, {0, 1, 0}, {1, 0, 1}};
        },
        [&] { ++steps; });
    CHECK(losses.size() == 1);
    CHECK(std::isnan(losses[0]));
    CHECK(steps == 0);
}

TEST_CASE("each ablation changes the one thing that it is named for",
          "[ablation]") {
    const auto all = nn::ablations(30, 200);
    REQUIRE(all.size() == 10);
    CHECK(all[0].name == "everything");
    std::set<std::string> names;
    for (const nn::Ablation& one : all) {
        INFO(one.name);
        names.insert(one.name);
        const auto has = [&](const char* words) {
            return one.name.find(words) != std::string::npos;
        };
        CHECK(one.shape.vocabulary == 30);
        CHECK(one.rate.steps == 200);
        CHECK(one.shape.positions == !has("without positions"));
        CHECK(one.shape.block.residual == !has("without residuals"));
        CHECK(one.shape.block.feed_forward == !has("without feed-forward"));
        CHECK((one.shape.block.attention.heads == 1) == has("one head"));
        CHECK((one.rate.warm_up == 0) ==
              (has("without warm-up") || has("at once")));
        CHECK((one.rate.highest > all[0].rate.highest) == has("high rate"));
        const nn::NormPlacement norm = one.shape.block.norm;
        CHECK((norm == nn::NormPlacement::nowhere) == has("without normalisation"));
        CHECK((norm == nn::NormPlacement::after) == has("normalised after"));
    }
    CHECK(names.size() == 10);
}

TEST_CASE("an ablated model learns what is easy, from each seed in its own way",
          "[ablation]") {
    nn::use_one_blas_thread();
    const std::vector<nn::Token> text = counting(800);
    const nn::TextToLearn parts{4, std::span(text).first(600),
                                std::span(text).last(200)};
    nn::Ablation small = nn::ablations(4, 40)[0];
    small.shape.context = 16, small.shape.layers = 1;
    std::size_t steps = 0;
    const double bits = nn::ablated_bits(small, parts, 5, [&] { ++steps; });
    CHECK(steps == 40);
    CHECK(bits < 1.0);  // who guesses pays 2
    CHECK(nn::ablated_bits(small, parts, 5) == bits);
    CHECK(nn::ablated_bits(small, parts, 6) != bits);
    small.rate.highest = 1e30, small.rate.warm_up = 0;
    CHECK_FALSE(nn::ablated_bits(small, parts, 5) < 2.0);
    CHECK_THROWS_AS(
        nn::ablated_bits(small, {4, parts.train, parts.train.first(16)}, 5),
        std::invalid_argument);
    CHECK_THROWS_AS(nn::ablated_bits(small, {4, parts.train, {}}, 5),
                    std::invalid_argument);
    CHECK_THROWS_AS(
        nn::ablated_bits(small, {4, parts.train.first(16), parts.held_out}, 5),
        std::invalid_argument);
}
