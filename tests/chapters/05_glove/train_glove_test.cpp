/// The fast trainer against the simple one, at any number of threads.
#include "train_glove.hpp"

#include <atomic>
#include <limits>

#include "simple_glove.hpp"
#include "small_table.hpp"
#include "support/catch.hpp"

namespace {

using nn::Cell;
using small_table::same_bytes;

/// The cells in the order in which one thread takes them: rounds of blocks.
std::vector<Cell> in_rounds(const std::vector<Cell>& cells) {
    std::vector<Cell> ordered;
    for (std::size_t round = 0; round < 8; ++round)
        for (std::size_t part = 0; part < 8; ++part)
            for (const Cell& cell : cells)
                if (cell.row % 8 == part && cell.column % 8 == (part + round) % 8)
                    ordered.push_back(cell);
    return ordered;
}

template <class Fast, class Simple>
double apart(const Fast& fast, const Simple& simple) {
    return arma::abs(arma::conv_to<arma::mat>::from(fast) -
                     arma::conv_to<arma::mat>::from(simple))
        .max();
}

/// Trains on cells in memory.
nn::GloveEmbedding train(const std::vector<Cell>& cells, std::size_t words,
                         const nn::GloveOptions& options) {
    return nn::train_glove(nn::BlockArray(cells, {}), words, options);
}

}  // namespace

TEST_CASE("the fast trainer learns what the simple one learns", "[training]") {
    for (const std::size_t dimension : {1, 5, 14, 15, 30, 100}) {
        const std::size_t words = 83;
        const auto cells = small_table::cells(4000, words);
        nn::GloveOptions options{.dimension = dimension, .iterations = 1};
        const auto fast = train(cells, words, options);
        nn::SimpleGlove simple(words, options);
        const double cost = simple.learn(in_rounds(cells), {});
        INFO(dimension);
        CHECK(apart(fast.word, simple.word()) <= 1e-5);
        CHECK(apart(fast.context, simple.context()) <= 1e-5);
        CHECK(apart(fast.word_bias, simple.word_bias()) <= 1e-5);
        CHECK(apart(fast.context_bias, simple.context_bias()) <= 1e-5);
        CHECK(std::abs(fast.costs.at(0) - cost) <= 1e-6 * cost);
    }
}

TEST_CASE("after many iterations fast and simple end at one cost", "[training]") {
    const auto cells = small_table::cells(4000, 60);
    nn::GloveOptions options{.dimension = 20, .iterations = 30};
    const auto fast = train(cells, 60, options);
    nn::SimpleGlove simple(60, options);
    double cost = 0;
    for (int i = 0; i < 30; ++i) cost = simple.learn(in_rounds(cells), {});
    CHECK(fast.costs.size() == 30);
    CHECK(std::abs(fast.costs.back() - cost) <= 1e-3 * cost);
    CHECK(cost < 0.5 * fast.costs.front());
}

TEST_CASE("same seed, same bytes, at any number of threads", "[training]") {
    const auto cells = small_table::cells(20'000, 300);
    nn::GloveOptions options{.dimension = 24, .iterations = 3};
    const auto first = train(cells, 300, options);
    for (const unsigned threads : {1u, 2u, 3u, 4u, 8u, 20u}) {
        options.threads = threads;
        const auto again = train(cells, 300, options);
        CHECK(same_bytes(first.word, again.word));
        CHECK(same_bytes(first.context, again.context));
        CHECK(same_bytes(first.word_bias, again.word_bias));
        CHECK(same_bytes(first.context_bias, again.context_bias));
        CHECK(first.costs == again.costs);
    }
    options.seed = 43;
    CHECK(!same_bytes(first.word, train(cells, 300, options).word));
}

TEST_CASE("tables smaller than the parts can be learnt", "[training]") {
    for (const std::size_t words : {1, 2, 7, 9}) {
        const std::vector<Cell> cells{{0, static_cast<nn::Token>(words - 1), 20.0}};
        const auto learnt =
            train(cells, words, {.dimension = 3, .iterations = 2000});
        const double score =
            arma::dot(learnt.word.col(0), learnt.context.col(words - 1)) +
            learnt.word_bias[0] + learnt.context_bias[words - 1];
        CHECK(std::abs(score - std::log(20.0)) < 1e-3);
    }
}

TEST_CASE("cells are counted as they are done", "[training]") {
    const auto cells = small_table::cells(3000, 50);
    std::atomic<std::size_t> done{0};
    nn::train_glove(nn::BlockArray(cells, {}), 50,
                    {.dimension = 4, .iterations = 3, .threads = 2},
                    [&](std::size_t n) { done += n; });
    CHECK(done == 3 * cells.size());
}

TEST_CASE("what progress throws ends the training", "[training]") {
    const auto cells = small_table::cells(3000, 50);
    CHECK_THROWS_AS(nn::train_glove(nn::BlockArray(cells, {}), 50, {},
                                    [](std::size_t) { throw 3; }),
                    int);
}

TEST_CASE("the trainer refuses what it cannot learn", "[training]") {
    using Catch::Matchers::StartsWith;
    const std::vector<Cell> cells{{0, 1, 2.0}, {1, 0, 2.0}};
    const auto said = [&](const std::string& words) {
        return StartsWith("train_glove: " + words);
    };
    CHECK_THROWS_WITH(train(cells, 0, {}), said("no words"));
    CHECK_THROWS_WITH(train(cells, 2, {.dimension = 0}), said("a dimension of 0"));
    CHECK_THROWS_WITH(train(cells, 2, {.dimension = 10'001}),
                      said("a dimension of 10001; it must be from 1 to 10000"));
    CHECK_THROWS_WITH(train(cells, 2, {.iterations = 0}), said("0 iterations"));
    CHECK_THROWS_WITH(train(cells, 2, {.threads = 0}), said("15 iterations on 0"));
    for (const double rate : {0.0, -1.0, std::numeric_limits<double>::infinity(),
                              std::numeric_limits<double>::quiet_NaN()})
        CHECK_THROWS_WITH(train(cells, 2, {.learning_rate = rate}),
                          said("the learning rate is "));
    CHECK_THROWS_WITH(train({}, 2, {}), said("no cells"));
    CHECK_THROWS_WITH(train(cells, 1, {}), said("cell (0, 1) is outside"));
    CHECK_THROWS_WITH(train({{9, 1, 2.0}}, 9, {}), said("cell (9, 1) is outside"));
    CHECK_THROWS_WITH(train(cells, 2, {.learning_rate = 1e30}),
                      said("the mean cost of iteration "));
    for (const double x : {0.0, -1.0, std::numeric_limits<double>::quiet_NaN()})
        CHECK_THROWS_WITH(train({{0, 1, x}}, 2, {}), said("the mean cost of it"));
}
