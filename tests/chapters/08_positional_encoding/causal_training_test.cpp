/// Training, and how a model is judged.
#include "nn/clipping.hpp"
#include "nn/optimizer.hpp"
#include "small_causal.hpp"
#include "support/catch.hpp"

using nn::CausalBatch;
using nn::PositionKind;

TEST_CASE("training lowers the loss, update by update", "[causal]") {
    nn::CausalModel model = small_causal::model(PositionKind::linear_bias);
    const CausalBatch batch = small_causal::batch();
    std::size_t updates = 0;
    const auto losses = nn::train(
        model, {.updates = 60}, [&] { return batch; }, [&] { ++updates; });
    CHECK(updates == 60);
    REQUIRE(losses.size() == 60);
    CHECK(losses[0] == Approx(small_causal::Reader<double>(
                                  small_causal::model(PositionKind::linear_bias))
                                  .loss(batch) /
                              double(batch.symbols.size()))
                           .epsilon(1e-5));
    CHECK(losses.back() < 0.8 * losses.front());
    nn::CausalModel again = small_causal::model(PositionKind::linear_bias);
    CHECK(nn::train(again, {.updates = 60}, [&] { return batch; }) == losses);
}

TEST_CASE("an update is a step of Adam along the slopes of its batch", "[causal]") {
    nn::CausalModel model = small_causal::model(PositionKind::learned),
                    by_hand = small_causal::model(PositionKind::learned);
    nn::train(model, {.updates = 3, .longest_gradient = 0.1},
              [] { return small_causal::batch(); });
    nn::Adam<float> adam({.learning_rate = 0.01F});
    const CausalBatch batch = small_causal::batch();
    for (int update = 0; update < 3; ++update) {
        nn::CausalPass pass;
        std::vector<float> slopes(by_hand.layout().size());
        by_hand.learn(batch.symbols, batch.right, batch.sequences,
                      float(1 / double(batch.symbols.size())), pass, slopes);
        nn::clip_by_norm<float>(slopes, 0.1);
        adam.step(by_hand.parameters(), slopes);
    }
    CHECK(std::equal(model.parameters().begin(), model.parameters().end(),
                     by_hand.parameters().begin()));
}

TEST_CASE("a training without a step or with a bad one", "[causal]") {
    nn::CausalModel model = small_causal::model(PositionKind::none);
    const auto batch = [] { return small_causal::batch(); };
    CHECK(nn::train(model, {.updates = 0}, batch).empty());
    CHECK_THROWS_AS(nn::train(model, {.learning_rate = 0}, batch),
                    std::invalid_argument);
    CHECK_THROWS_AS(nn::train(model, {.longest_gradient = 0}, batch),
                    std::invalid_argument);
}

TEST_CASE("the losses by place add up to the loss", "[causal]") {
    const CausalBatch batch = small_causal::batch();
    const nn::CausalModel model = small_causal::model(PositionKind::sinusoidal);
    const arma::vec losses = nn::losses_by_place(model, batch);
    REQUIRE(losses.n_elem == small_causal::steps);
    const small_causal::Reader<double> reader(model);
    CHECK(arma::accu(losses) * double(batch.sequences) ==
          Approx(reader.loss(batch)).epsilon(1e-5));
    double first = 0;
    for (std::size_t s = 0; s < batch.sequences; ++s)
        first += reader.loss({.sequences = 1,
                              .symbols = {batch.symbols[s * small_causal::steps]},
                              .right = {batch.right[s * small_causal::steps]}});
    CHECK(losses[0] * double(batch.sequences) == Approx(first).epsilon(1e-5));
}

TEST_CASE("an answer is the highest score, from a place on", "[causal]") {
    const nn::CausalModel model = small_causal::model(PositionKind::learned);
    CausalBatch batch = small_causal::batch();
    nn::CausalPass pass;
    const arma::fmat Z = model.read(batch.symbols, batch.sequences, pass);
    for (std::size_t i = 0; i < batch.right.size(); ++i)
        batch.right[i] = nn::Token(Z.col(i).index_max());
    CHECK(nn::share_right(model, batch, 0) == 1.0);
    batch.right[0] = (batch.right[0] + 1) % small_causal::symbols;  // place 0
    batch.right[6] = (batch.right[6] + 1) % small_causal::symbols;  // the last one
    CHECK(nn::share_right(model, batch, 0) == Approx(19.0 / 21));
    CHECK(nn::share_right(model, batch, 1) == Approx(17.0 / 18));
    CHECK(nn::share_right(model, batch, 6) == Approx(2.0 / 3));
    CHECK_THROWS_WITH(
        nn::share_right(model, batch, 7),
        "share_right: places from 7 on of sequences of 7; judge places "
        "that they have");
}

TEST_CASE("how much a model looks at what is near", "[causal]") {
    nn::CausalModel model = small_causal::model(PositionKind::none);
    const arma::vec some = nn::nearby_weight(model, small_causal::batch());
    REQUIRE(some.n_elem == small_causal::steps);
    for (std::size_t t = 0; t < 4; ++t) CHECK(some[t] == Approx(1.0).epsilon(1e-6));
    CHECK((some[6] > 0.1 && some[6] < 0.999));
    for (float& number : model.parameters())
        number = 0;  // all keys are worth the same
    const arma::vec even = nn::nearby_weight(model, small_causal::batch());
    for (std::size_t t = 4; t < small_causal::steps; ++t)
        CHECK(even[t] == Approx(4.0 / double(t + 1)).epsilon(1e-6));
}
