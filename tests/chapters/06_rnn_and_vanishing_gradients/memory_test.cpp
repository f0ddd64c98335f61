/// Tasks for a memory, and the network that learns them.
#include <cmath>
#include <numbers>

#include "error_flow.hpp"
#include "forgetting.hpp"
#include "last_answer.hpp"
#include "memory_tasks.hpp"
#include "support/catch.hpp"
#include "support/oracle.hpp"
#include "symbol_sequence.hpp"
#include "weights.hpp"

using nn::CellKind;
using nn::MemoryBatch;

TEST_CASE("recall: a symbol, then noise", "[memory]") {
    nn::Rng rng(1);
    const MemoryBatch batch = nn::recall_batch(7, 50, rng);
    REQUIRE((batch.X.n_rows == 12 && batch.X.n_cols == 8 * 50 &&
             batch.symbols.size() == 50));
    for (arma::uword i = 0; i < batch.X.n_cols; ++i) {
        CHECK(arma::accu(batch.X.col(i)) == 1.0F);
        const arma::uword symbol = batch.X.col(i).index_max();
        CHECK(batch.X(symbol, i) == 1.0F);
        if (i < 50)
            CHECK(symbol == batch.symbols[i]);
        else
            CHECK(symbol >= nn::recall_symbols);
    }
    CHECK_THROWS_WITH(nn::recall_batch(0, 3, rng),
                      "recall_batch: 3 sequences of 0 steps; give at least 1 of 1");
    CHECK_THROWS_AS(nn::recall_batch(3, 0, rng), std::invalid_argument);
}

TEST_CASE("adding: two marks in the first half, the first one early", "[memory]") {
    nn::Rng rng(2);
    for (const std::size_t steps : {4, 10, 40}) {
        const MemoryBatch batch = nn::adding_batch(steps, 300, rng);
        std::vector<std::size_t> marked(steps);
        for (std::size_t s = 0; s < 300; ++s) {
            std::vector<std::size_t> marks;
            double sum = 0.0;
            for (std::size_t t = 0; t < steps; ++t) {
                CHECK(std::abs(batch.X(0, t * 300 + s)) <= 1.0F);
                if (batch.X(1, t * 300 + s) == 0.0F) continue;
                CHECK(batch.X(1, t * 300 + s) == 1.0F);
                marks.push_back(t), ++marked[t];
                sum += static_cast<double>(batch.X(0, t * 300 + s));
            }
            REQUIRE(marks.size() == 2);
            CHECK(marks[0] < std::max<std::size_t>(2, steps / 10));
            CHECK(marks[1] < steps / 2);
            CHECK(static_cast<double>(batch.numbers[s]) ==
                  Approx(0.5 + sum / 4).margin(1e-6));
        }
        CHECK(*std::min_element(
                  marked.begin(),
                  marked.begin() + static_cast<std::ptrdiff_t>(steps / 2)) > 0);
    }
    CHECK_THROWS_WITH(nn::adding_batch(3, 1, rng),
                      "adding_batch: 1 sequences of 3 steps; give at least 1 of 4");
    CHECK_THROWS_AS(nn::adding_luck(0.6), std::invalid_argument);
    CHECK_THROWS_AS(nn::adding_luck(-0.1), std::invalid_argument);
}

TEST_CASE("as many units as fit", "[memory]") {
    nn::Rng rng(3);
    for (const CellKind cell : {CellKind::elman, CellKind::gru, CellKind::lstm}) {
        nn::AnswerShape shape{.cell = cell, .inputs = 12, .answers = 8};
        shape.hidden = nn::hidden_within(shape, 1800);
        CHECK(nn::LastAnswer(shape, rng).parameters() <= 1800);
        ++shape.hidden;
        CHECK(nn::LastAnswer(shape, rng).parameters() > 1800);
    }
    CHECK_THROWS_WITH(
        nn::hidden_within({.inputs = 12, .answers = 8}, 10),
        "hidden_within: one unit has 72 parameters; allow at least as many");
}

TEST_CASE("gates begin with their biases, W_h orthogonal", "[memory]") {
    nn::Rng rng(4);
    constexpr std::size_t n = 3, inputs = 2;
    const auto bias = [&](CellKind cell, std::size_t gates) {
        nn::LastAnswer network({.cell = cell,
                                .inputs = inputs,
                                .hidden = n,
                                .answers = 1,
                                .gate_bias = 2.0,
                                .orthogonal = 1.5},
                               rng);
        const std::span<const float> all = network.values();
        for (std::size_t gate = 0; gate < gates; ++gate) {
            arma::fmat W(n, n);
            for (std::size_t j = 0; j < n; ++j)
                for (std::size_t i = 0; i < n; ++i)
                    W(i, j) =
                        all[gates * n * inputs + j * gates * n + gate * n + i];
            CHECK(arma::abs(W.t() * W / 2.25F - arma::fmat(n, n, arma::fill::eye))
                      .max() < 1e-5F);
        }
        const auto b = all.subspan(gates * n * (inputs + n), gates * n);
        return std::vector<float>(b.begin(), b.end());
    };
    CHECK(bias(CellKind::elman, 1) == std::vector<float>{0, 0, 0});
    CHECK(bias(CellKind::gru, 3) == std::vector<float>{0, 0, 0, 2, 2, 2, 0, 0, 0});
    CHECK(bias(CellKind::lstm, 4) ==
          std::vector<float>{-2, -2, -2, 2, 2, 2, 0, 0, 0, 0, 0, 0});
}

namespace {

/// The loss of a network with such numbers, sequence by sequence in double.
double simple_loss(CellKind kind, std::size_t n, std::size_t answers,
                   std::span<const float> values, const MemoryBatch& batch) {
    const auto cell = nn::make_cell<double>(kind);
    const std::vector<double> all(values.begin(), values.end());
    const std::size_t sums = cell->gates() * n, inputs = batch.X.n_rows,
                      layer = sums * (inputs + n + 1);
    const std::span<const double> numbers = all;
    double loss = 0.0;
    for (std::size_t s = 0; s < batch.sequences; ++s) {
        nn::Unrolled<double> run(
            *cell, nn::recurrent_weights(numbers.first(layer), sums, inputs, n));
        for (std::size_t i = s; i < batch.X.n_cols; i += batch.sequences)
            run.read(arma::conv_to<std::vector<double>>::from(batch.X.col(i)));
        std::vector<double> z(numbers.end() - static_cast<std::ptrdiff_t>(answers),
                              numbers.end());
        nn::add_product<double>(numbers.subspan(layer, answers * n),
                                run.hidden(run.length()), z);
        if (answers > 1)
            loss += nn::cross_entropy<double>(z, batch.symbols[s]);
        else
            loss += std::pow(z[0] - static_cast<double>(batch.numbers[s]), 2);
    }
    return loss / static_cast<double>(batch.sequences);
}

}  // namespace

TEST_CASE("the network's loss and slopes are those of the simple way", "[memory]") {
    for (const CellKind cell : {CellKind::elman, CellKind::gru, CellKind::lstm})
        for (const bool adds : {false, true}) {
            INFO(nn::name_of(cell) << (adds ? " adds" : " recalls"));
            nn::Rng rng(5);
            const std::size_t inputs = adds ? 2 : 12, answers = adds ? 1 : 8, n = 4;
            nn::LastAnswer network(
                {.cell = cell, .inputs = inputs, .hidden = n, .answers = answers},
                rng);
            const MemoryBatch batch =
                adds ? nn::adding_batch(6, 5, rng) : nn::recall_batch(6, 5, rng);
            const auto simple = [&] {
                return simple_loss(cell, n, answers, network.values(), batch);
            };
            CHECK(network.loss(batch) == Approx(simple()).epsilon(1e-5));
            const std::vector<float> slopes(network.gradient().begin(),
                                            network.gradient().end());
            for (std::size_t i = 0; i < slopes.size(); i += 3) {
                float& value = network.values()[i];
                const float here = value, step = 0x1p-8F;
                value = here + step;
                const double above = simple(), high = static_cast<double>(value);
                value = here - step;
                const double below = simple(), low = static_cast<double>(value);
                value = here;
                CHECK(static_cast<double>(slopes[i]) ==
                      Approx((above - below) / (high - low)).margin(1e-4));
            }
        }
}

TEST_CASE("a network learns to recall over a few steps", "[memory]") {
    nn::Rng rng(6);
    nn::LastAnswer network({.cell = CellKind::gru,
                            .inputs = 12,
                            .hidden = 12,
                            .answers = 8,
                            .gate_bias = 1.0},
                           rng);
    const MemoryBatch unseen = nn::recall_batch(3, 200, rng);
    CHECK(network.accuracy(unseen) < 0.5);
    nn::Adam<float> adam({.learning_rate = 0.02F});
    const auto updates =
        network.train({.updates = 250, .longest_gradient = 0.5}, adam,
                      [&] { return nn::recall_batch(3, 20, rng); });
    CHECK(updates.size() == 250);
    CHECK(updates.front().loss == Approx(std::log(8.0)).margin(0.5));
    CHECK(updates.back().loss < 0.2);
    CHECK(network.accuracy(unseen) > 0.95);
    CHECK(network.accuracy(nn::recall_batch(3, 7, rng)) >
          0.8);  // a batch of another size
}

TEST_CASE("a network without inputs, units or answers is refused", "[memory]") {
    nn::Rng rng(7);
    CHECK_THROWS_WITH(nn::LastAnswer({.answers = 0}, rng),
                      "LastAnswer: no answers; give at least 1");
    CHECK_THROWS_AS(nn::LastAnswer({.inputs = 0}, rng), std::invalid_argument);
    CHECK_THROWS_AS(nn::LastAnswer({.hidden = 0}, rng), std::invalid_argument);
}
