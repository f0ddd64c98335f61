/// The tasks of places and of distances.
#include "place_tasks.hpp"

#include "support/catch.hpp"

using nn::CausalBatch;

namespace {

CausalBatch drawn(nn::PlaceTask task, std::size_t steps, std::size_t sequences) {
    nn::Rng rng(4);
    return task(steps, sequences, rng);
}

}  // namespace

TEST_CASE("the symbol that stood at place 5", "[place-tasks]") {
    const CausalBatch batch = drawn(nn::absolute_batch, 12, 40);
    for (std::size_t s = 0; s < 40; ++s)
        for (std::size_t t = 0; t < 12; ++t)
            CHECK(batch.right[12 * s + t] ==
                  batch.symbols[12 * s + (t < 5 ? t : 5)]);
}

TEST_CASE("the symbol of 3 steps before", "[place-tasks]") {
    const CausalBatch batch = drawn(nn::relative_batch, 12, 40);
    for (std::size_t s = 0; s < 40; ++s)
        for (std::size_t t = 0; t < 12; ++t)
            CHECK(batch.right[12 * s + t] ==
                  batch.symbols[12 * s + (t < 3 ? 0 : t - 3)]);
}

TEST_CASE("all symbols are equally likely, and drawn from the stream",
          "[place-tasks]") {
    for (const nn::PlaceTask task : {nn::absolute_batch, nn::relative_batch}) {
        const CausalBatch batch = drawn(task, 100, 80);
        CHECK(batch.sequences == 80);
        REQUIRE((batch.symbols.size() == 8000 && batch.right.size() == 8000));
        std::vector<int> counts(nn::place_symbols);
        for (const nn::Token symbol : batch.symbols) ++counts.at(symbol);
        for (const int count : counts) CHECK(std::abs(count - 1000) < 150);
        CHECK(drawn(task, 100, 80).symbols == batch.symbols);
    }
}

TEST_CASE("a task without steps or sequences is refused", "[place-tasks]") {
    for (const nn::PlaceTask task : {nn::absolute_batch, nn::relative_batch}) {
        CHECK_THROWS_WITH(
            drawn(task, 0, 2),
            "place task: 2 sequences of 0 steps; give at least 1 of each");
        CHECK_THROWS_AS(drawn(task, 2, 0), std::invalid_argument);
        CHECK(drawn(task, 1, 1).right.size() == 1);
    }
}
