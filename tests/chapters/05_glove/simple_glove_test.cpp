/// GloVe as it is derived.
#include "simple_glove.hpp"

#include "small_table.hpp"
#include "support/catch.hpp"

using nn::Cell;

TEST_CASE("one cell, by hand", "[simple]") {
    nn::GloveOptions options{.dimension = 1};
    nn::SimpleGlove glove(2, options);
    const double w = glove.word()(0, 0), c = glove.context()(0, 1),
                 b_w = glove.word_bias()[0], b_c = glove.context_bias()[1];
    const double weight = std::pow(0.5, 0.75);
    const double missed = w * c + b_w + b_c - std::log(5.0);
    const double cost = glove.learn(std::vector<Cell>{{0, 1, 5.0}}, {});
    CHECK(std::abs(cost - weight * missed * missed / 2) <= 1e-15);
    const double step = 0.05 * weight * missed;  // all sums begin at 1
    CHECK(std::abs(glove.word()(0, 0) - (w - step * c)) <= 1e-15);
    CHECK(std::abs(glove.context()(0, 1) - (c - step * w)) <= 1e-15);
    CHECK(std::abs(glove.word_bias()[0] - (b_w - step)) <= 1e-15);
    CHECK(std::abs(glove.context_bias()[1] - (b_c - step)) <= 1e-15);
    glove.learn(std::vector<Cell>{{0, 1, 5.0}}, {});
    const double again = w * c + glove.word_bias()[0];  // about
    CHECK(std::abs(again) < 1.0);
}

TEST_CASE("a cell is met again with shorter steps", "[simple]") {
    nn::SimpleGlove glove(2, {.dimension = 1, .learning_rate = 0.5});
    const std::vector<Cell> cell{{0, 1, 1e6}};
    const double before = glove.word_bias()[0];
    double missed = std::log(1e6) - before - glove.context_bias()[1] -
                    glove.word()(0, 0) * glove.context()(0, 1);
    glove.learn(cell, {});
    const double once = glove.word_bias()[0];
    CHECK(std::abs(once - before - 0.5 * missed) < 1e-12);
    const double first = 0.5 * missed;
    missed = std::log(1e6) - once - glove.context_bias()[1] -
             glove.word()(0, 0) * glove.context()(0, 1);
    glove.learn(cell, {});
    CHECK(std::abs(glove.word_bias()[0] - once -
                   0.5 * missed / std::sqrt(1 + first * first)) < 1e-12);
}

TEST_CASE("only the two words of a cell move", "[simple]") {
    nn::SimpleGlove glove(4, {.dimension = 3});
    const arma::mat word = glove.word(), context = glove.context();
    glove.learn(std::vector<Cell>{{2, 1, 3.0}}, {});
    const arma::mat word_moved = arma::abs(glove.word() - word),
                    context_moved = arma::abs(glove.context() - context);
    for (arma::uword i = 0; i < 4; ++i) {
        CHECK((arma::accu(word_moved.col(i)) > 0) == (i == 2));
        CHECK((arma::accu(context_moved.col(i)) > 0) == (i == 1));
    }
}

TEST_CASE("the simple trainer starts from small numbers", "[simple]") {
    const nn::SimpleGlove glove(500, {.dimension = 10});
    CHECK(arma::abs(glove.word()).max() <= 0.05);
    CHECK(arma::abs(glove.context_bias()).max() <= 0.05);
    CHECK(arma::abs(glove.word()).max() > 0.049);
    CHECK(std::abs(arma::mean(arma::vectorise(glove.word()))) < 0.002);
}

TEST_CASE("the simple trainer refuses what it cannot learn", "[simple]") {
    using Catch::Matchers::StartsWith;
    CHECK_THROWS_WITH(nn::SimpleGlove(0, {}), StartsWith("SimpleGlove: no words"));
    nn::SimpleGlove glove(2, {.dimension = 2});
    const auto refused = [&](const std::vector<Cell>& cells, const char* words) {
        CHECK_THROWS_WITH(glove.learn(cells, {}),
                          StartsWith("SimpleGlove::learn: " + std::string(words)));
    };
    refused({}, "no cells");
    refused({{0, 2, 1.0}}, "cell (0, 2) is 1");
    refused({{2, 0, 1.0}}, "cell (2, 0) is 1");
    refused({{0, 1, 0.0}}, "cell (0, 1) is 0");
    refused({{0, 1, -1.0}}, "cell (0, 1) is -1");
    refused({{0, 1, std::nan("")}}, "cell (0, 1) is nan");
    nn::SimpleGlove wild(2, {.dimension = 2, .learning_rate = 1e200});
    const std::vector<Cell> cell(9, {0, 1, 50.0});
    CHECK_THROWS_WITH(
        wild.learn(cell, {}),
        StartsWith("SimpleGlove::learn: the mean cost is not finite"));
}
