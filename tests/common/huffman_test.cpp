/// Huffman's tree: paths by hand, what every tree keeps, and what is refused.
#include "nn/huffman.hpp"

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "nn/rng.hpp"
#include "support/catch.hpp"

namespace {

std::string code(const nn::HuffmanTree& tree, std::size_t word) {
    std::string digits;
    for (const nn::TreeStep& step : tree.path(word))
        digits += step.right ? '1' : '0';
    return digits;
}

/// The shortest mean path there is, by trying all joins of the two lightest.
double shortest_sum(std::vector<double> weights) {
    double sum = 0.0;
    while (weights.size() > 1) {
        std::sort(weights.begin(), weights.end(), std::greater<>());
        const double joined = weights.back() + weights[weights.size() - 2];
        weights.pop_back();
        weights.back() = joined;
        sum += joined;
    }
    return sum;
}

}  // namespace

TEST_CASE("a tree by hand", "[huffman]") {
    // 1 + 1 = 2, 2 + 2 = 4, 4 + 4 = 8: the lightest pair first, words before nodes
    const std::vector<double> weights{4.0, 2.0, 1.0, 1.0};
    const nn::HuffmanTree tree(weights);
    CHECK(tree.words() == 4);
    CHECK(tree.inner_nodes() == 3);
    CHECK(code(tree, 0) == "0");
    CHECK(code(tree, 1) == "10");
    CHECK(code(tree, 2) == "110");
    CHECK(code(tree, 3) == "111");
    const auto path = tree.path(2);
    CHECK(path[0].node == 2);  // the root is the last inner node
    CHECK(path[1].node == 1);
    CHECK(path[2].node == 0);
    CHECK(nn::mean_code_length(tree, weights) == 1.75);
}

TEST_CASE("two words are one step away", "[huffman]") {
    const nn::HuffmanTree tree(std::vector<double>{0.0, 5.0});
    CHECK(code(tree, 0) == "0");
    CHECK(code(tree, 1) == "1");
    CHECK(tree.path(0)[0].node == 0);
}

TEST_CASE("no path is the beginning of another, and all lead somewhere",
          "[huffman]") {
    nn::Rng rng(31);
    for (const std::size_t n : {3u, 8u, 57u, 300u}) {
        std::vector<double> weights(n);
        for (double& weight : weights) weight = std::floor(20.0 * rng.uniform());
        const nn::HuffmanTree tree(weights);
        double leaves = 0.0, steps = 0.0;
        std::vector<bool> seen(tree.inner_nodes());
        for (std::size_t i = 0; i < n; ++i) {
            leaves += std::ldexp(1.0, -static_cast<int>(tree.path(i).size()));
            steps += weights[i] * static_cast<double>(tree.path(i).size());
            CHECK(tree.path(i).front().node == tree.inner_nodes() - 1);
            for (const nn::TreeStep& step : tree.path(i)) seen[step.node] = true;
            for (std::size_t j = 0; j < i; ++j)
                CHECK_FALSE(code(tree, i).starts_with(code(tree, j)));
        }
        CHECK(leaves == 1.0);  // Kraft: the tree is full
        CHECK(steps == shortest_sum(weights));
        CHECK(std::find(seen.begin(), seen.end(), false) == seen.end());
    }
}

TEST_CASE("the branches' probabilities multiply to 1 over all words", "[huffman]") {
    nn::Rng rng(32);
    const nn::HuffmanTree tree(std::vector<double>{5.0, 1.0, 7.0, 2.0, 2.0, 9.0});
    std::vector<double> scores(tree.inner_nodes());
    for (double& z : scores) z = 3.0 * rng.normal();
    double sum = 0.0;
    for (std::size_t i = 0; i < tree.words(); ++i) {
        double p = 1.0;
        for (const nn::TreeStep& step : tree.path(i))
            p *= nn::branch_probability(scores[step.node], step.right);
        sum += p;
    }
    CHECK(std::abs(sum - 1.0) < 1e-15);
}

TEST_CASE("what is no tree is refused", "[huffman]") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK_THROWS_WITH(
        nn::HuffmanTree(std::vector<double>{}),
        "HuffmanTree: 0 weights; a tree that branches needs at least 2");
    CHECK_THROWS_WITH(nn::HuffmanTree(std::vector<double>{1.0}),
                      oracle::mentions("1 weights"));
    for (const double bad : {-1.0, nan, std::numeric_limits<double>::infinity()})
        CHECK_THROWS_WITH(nn::HuffmanTree(std::vector<double>{1.0, bad}),
                          "HuffmanTree: weight 1 is " + std::to_string(bad) +
                              "; weights must be finite and not negative");
    const nn::HuffmanTree tree(std::vector<double>{1.0, 2.0});
    CHECK_THROWS_WITH(tree.path(2), "HuffmanTree: word 2 of 2; words count from 0");
    CHECK_THROWS_WITH(nn::mean_code_length(tree, std::vector<double>{1.0}),
                      oracle::mentions("1 weights with the sum"));
    CHECK_THROWS_WITH(nn::mean_code_length(tree, std::vector<double>{0.0, 0.0}),
                      oracle::mentions("give one each, not all 0"));
}
